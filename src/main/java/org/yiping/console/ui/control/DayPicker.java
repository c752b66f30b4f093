package org.yiping.console.ui.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A day, typed or picked, year first as everywhere on the screens, whatever the machine's own locale. FX thread.
public final class DayPicker extends DatePicker {
    public DayPicker(String id, String words) {
        setId(id);
        setAccessibleText(words);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : DateTimeFormatter.ISO_LOCAL_DATE.format(day);
            }

            @Override
            public @Nullable LocalDate fromString(String typed) {
                try {
                    return typed.isBlank() ? null : LocalDate.parse(typed.strip());
                } catch (DateTimeParseException e) {
                    return null; // no day: the form says that one is missing
                }
            }
        });
    }
}

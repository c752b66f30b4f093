package org.yiping.console.ui.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.geo.Position;
import org.yiping.domain.hotline.CallId;

/// What the form holds (登记单): a draft until it is sent. `classCode` is what was chosen, empty
/// where nothing was. Immutable; any thread.
record IntakeSheet(
        String classCode,
        String description,
        String address,
        @Nullable Position at,
        Reporter reporter,
        Origin origin) {
    static final IntakeSheet EMPTY = new IntakeSheet("", "", "", null, Reporter.NOBODY, new Origin("", false));

    /// Who reported, whether they want to hear the end, and whether nobody else is to learn who they are.
    record Reporter(String name, String phone, boolean callBack, boolean confidential) {
        static final Reporter NOBODY = new Reporter("", "", false, false);
    }

    /// How they came: by the hotline's call of this name, or through the door (来访).
    record Origin(String call, boolean walkIn) {}

    static IntakeSheet ofCall(String call, String phone) {
        return new IntakeSheet("", "", "", null, new Reporter("", phone, false, false), new Origin(call, false));
    }

    /// Whether somebody has written anything: the number of a call came by itself.
    boolean written() {
        return !(classCode + description + address + reporter.name()).isBlank()
                || at != null
                || (origin.call().isEmpty() && !reporter.phone().isBlank());
    }

    /// Who reported, where anybody said.
    @Nullable
    Caller caller() {
        if (reporter.name().isBlank()
                && reporter.phone().isBlank()
                && origin.call().isEmpty()) {
            return null;
        }
        return new Caller(
                reporter.name().strip(),
                reporter.phone().strip(),
                reporter.callBack(),
                false,
                reporter.confidential() ? true : null,
                origin.call().isEmpty() ? null : new CallId(origin.call()));
    }

    /// Its name among the drafts: a call's sheet is its own.
    String name() {
        return origin.call().isEmpty() ? "intake" : "intake " + origin.call();
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("class", classCode);
        fields.put("description", description);
        fields.put("address", address);
        fields.put("at", at == null ? "" : at.longitude() + ", " + at.latitude());
        fields.put("name", reporter.name());
        fields.put("phone", reporter.phone());
        fields.put("call-back", Boolean.toString(reporter.callBack()));
        fields.put("confidential", Boolean.toString(reporter.confidential()));
        fields.put("call", origin.call());
        fields.put("walk-in", Boolean.toString(origin.walkIn()));
        return fields;
    }

    static IntakeSheet of(Map<String, String> fields) {
        return new IntakeSheet(
                fields.getOrDefault("class", ""),
                fields.getOrDefault("description", ""),
                fields.getOrDefault("address", ""),
                position(fields.getOrDefault("at", "")).orElse(null),
                new Reporter(
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("phone", ""),
                        Boolean.parseBoolean(fields.get("call-back")),
                        Boolean.parseBoolean(fields.get("confidential"))),
                new Origin(fields.getOrDefault("call", ""), Boolean.parseBoolean(fields.get("walk-in"))));
    }

    /// "104.06412, 30.63239": longitude first, any separator.
    static Optional<Position> position(String text) {
        String[] parts = text.strip().split("[,，;\\s]+", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

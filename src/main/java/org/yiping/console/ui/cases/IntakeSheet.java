package org.yiping.console.ui.cases;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yiping.console.outbox.Drafts;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.command.Command;
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
    /// The source of what somebody comes to tell.
    static final String VISIT = "visit";

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

    /// What a command took in.
    static IntakeSheet of(Command.Intake intake) {
        Caller caller = intake.caller();
        Place place = intake.place();
        return new IntakeSheet(
                intake.subject().classCode().value(),
                intake.subject().description(),
                place.address(),
                place.position(),
                caller == null
                        ? Reporter.NOBODY
                        : new Reporter(caller.name(), caller.phone(), caller.callBack(), caller.inConfidence()),
                new Origin(
                        caller == null || caller.call() == null
                                ? ""
                                : caller.call().value(),
                        intake.source().value().equals(VISIT)));
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

    /// What it is kept under among the drafts: a call's sheet is its own.
    CaseId about() {
        return new CaseId(origin.call().isEmpty() ? Drafts.INTAKE : origin.call());
    }

    /// As a draft keeps it.
    String text() {
        Properties fields = new Properties();
        fields.setProperty("class", classCode);
        fields.setProperty("description", description);
        fields.setProperty("address", address);
        fields.setProperty("at", at == null ? "" : at.longitude() + ", " + at.latitude());
        fields.setProperty("name", reporter.name());
        fields.setProperty("phone", reporter.phone());
        fields.setProperty("call-back", Boolean.toString(reporter.callBack()));
        fields.setProperty("confidential", Boolean.toString(reporter.confidential()));
        fields.setProperty("call", origin.call());
        fields.setProperty("walk-in", Boolean.toString(origin.walkIn()));
        StringWriter text = new StringWriter();
        try {
            fields.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string takes everything
        }
        return text.toString();
    }

    /// What cannot be read is empty.
    static IntakeSheet of(String text) {
        Properties fields = new Properties();
        try {
            fields.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException _) {
            return EMPTY;
        }
        return new IntakeSheet(
                fields.getProperty("class", ""),
                fields.getProperty("description", ""),
                fields.getProperty("address", ""),
                position(fields.getProperty("at", "")).orElse(null),
                new Reporter(
                        fields.getProperty("name", ""),
                        fields.getProperty("phone", ""),
                        Boolean.parseBoolean(fields.getProperty("call-back")),
                        Boolean.parseBoolean(fields.getProperty("confidential"))),
                new Origin(fields.getProperty("call", ""), Boolean.parseBoolean(fields.getProperty("walk-in"))));
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

package org.yiping.server.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

/// What an app sent, as the command everybody reports with. Stateless; any thread.
final class PublicReport {
    private static final SourceCode APP = new SourceCode("app");
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 1000;

    private PublicReport() {}

    static Command.ReportCase command(Form form, CaseClass service, Workflow workflow, PostCode post) {
        Subject subject =
                new Subject(service.kind(), service.code(), null, Severity.ORDINARY, null, description(form, service));
        return new Command.ReportCase(
                new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null),
                new CaseId(UUID.randomUUID().toString()),
                opening(workflow, post).action(),
                new Command.Intake(subject, place(form), APP, caller(form), false),
                List.of());
    }

    /// The way in that this post has with words alone.
    private static Workflow.Transition opening(Workflow workflow, PostCode post) {
        return workflow.transitions().stream()
                .filter(t -> t.from().isEmpty()
                        && t.permission().posts().contains(post)
                        && t.permission().needs().isEmpty())
                .findFirst()
                .orElseThrow(() -> Fault.of("APP-4030"));
    }

    /// What was written; below it the condition that was chosen and where a picture lies, for who accepts to look at.
    private static String description(Form form, CaseClass service) {
        String text = Stream.of(
                        form.text("description", LONGEST_TEXT),
                        PublicServices.chosen(service, form.keyed("attribute", LONGEST_LINE)),
                        media(form))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? service.name() : text;
    }

    /// Nothing is fetched from there.
    private static Optional<String> media(Form form) {
        Optional<String> url = form.text("media_url", LONGEST_URL);
        url.ifPresent(u -> {
            if (!isWeb(u)) {
                throw Fault.at("APP-4000", "/media_url", "type");
            }
        });
        return url;
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Place place(Form form) {
        Optional<String> address = form.text("address_string", LONGEST_LINE);
        Position position = position(
                form.text("lat", 40).orElse(null), form.text("long", 40).orElse(null));
        if (position == null && address.isEmpty()) {
            // addresses of this platform have no ids
            throw form.text("address_id", LONGEST_LINE).isPresent()
                    ? Fault.at("APP-4000", "/address_id", "unknown")
                    : Fault.at("APP-4000", "/lat", "missing");
        }
        return new Place(position, address.orElse(""), null);
    }

    private static @Nullable Position position(@Nullable String latitude, @Nullable String longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            throw Fault.at("APP-4000", latitude == null ? "/lat" : "/long", "missing");
        }
        try {
            return new Position(Double.parseDouble(longitude), Double.parseDouble(latitude));
        } catch (IllegalArgumentException e) {
            throw Fault.at("APP-4000", "/lat", "range");
        }
    }

    /// Who reports, as far as they say. An address for mail stands with the name, which is masked as a whole.
    private static @Nullable Caller caller(Form form) {
        String first = form.text("first_name", LONGEST_NAME).orElse("");
        String last = form.text("last_name", LONGEST_NAME).orElse("");
        boolean chinese = (first + last).codePoints().anyMatch(Character::isIdeographic);
        String name = chinese ? last + first : (first + " " + last).strip();
        String both = (name + " " + form.text("email", LONGEST_NAME).orElse("")).strip();
        String phone = form.text("phone", LONGEST_NAME).orElse("");
        return both.isEmpty() && phone.isEmpty() ? null : new Caller(both, phone, false, false);
    }
}

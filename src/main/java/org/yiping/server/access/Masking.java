package org.yiping.server.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Masks personal data in a row before it leaves the server: 张** and 138****1234. The object a masked field lies in
/// gets `masked: true`, so that a screen can say so.
///
/// A camera that only some posts may see goes to all others without its streams' addresses, which open its picture: it
/// is listed, and asked for it says that it is not theirs. Immutable; any thread.
public final class Masking {
    /// Nothing is left of it, where the object it lies in says `confidential`.
    private static final String SECRET = "secret";
    private static final String IN_CONFIDENCE = "\"confidential\":true";

    /// Nothing is left of it, where the record says what a call back came to: what a caller said may name people.
    private static final String REMARK = "remark";

    private static final String RESTRICTED = "\"viewers\":[\"";

    private final List<Access.FieldRule> rules;
    private final Set<String> revealed;
    private final PostCode post;
    /// Stands for all that mask alike.
    private final Masking alike;

    /// `others` are those of other posts.
    Masking(List<Access.FieldRule> all, PostCode post, Collection<Masking> others) {
        this.post = post;
        this.rules = all.stream().filter(f -> !f.posts().contains(post.value())).toList();
        this.revealed = all.stream()
                .filter(f -> f.posts().contains(post.value()))
                .map(Access.FieldRule::kind)
                .collect(Collectors.toUnmodifiableSet());
        Masking same = null;
        for (Masking other : others) {
            same = same == null && rules.equals(other.rules) && revealed.equals(other.revealed) ? other.alike : same;
        }
        this.alike = same == null ? this : same;
    }

    /// Through which the row looks the same: what was masked by it need not be again.
    public Masking sharedFor(String kind, String content) {
        return isRestricted(kind, content) ? this : alike;
    }

    private static boolean isRestricted(String kind, String content) {
        return kind.equals(Kinds.CAMERA) && content.contains(RESTRICTED);
    }

    /// Whether rows of this kind go out as they are.
    public boolean isOpen(String kind) {
        return rules.stream().noneMatch(r -> r.kind().equals(kind));
    }

    /// Whether any personal field of this kind goes out as it is, which has to be noted.
    public boolean reveals(String kind) {
        return revealed.contains(kind);
    }

    /// Whether a row holds personal data at all; asked of the text, because most rows do not.
    public static boolean isPersonal(String kind, String content) {
        return kind.equals(Kinds.CALL)
                || kind.equals(Kinds.STAFF)
                || (kind.equals(Kinds.RECORD)
                        && CallBack.OUTCOMES.stream().anyMatch(o -> content.contains("\"kind\":\"" + o + "\"")))
                || (kind.equals(Kinds.CASE) && content.contains("\"caller\":{"));
    }

    /// Whether somebody asked for confidence in a row, and this post is not let in on it.
    public boolean withholds(String kind, String content) {
        return content.contains(IN_CONFIDENCE)
                && rules.stream()
                        .anyMatch(r -> r.kind().equals(kind) && r.mask().equals(SECRET));
    }

    /// Whether there is anything to mask: most who are only kept out of confidences get most rows as they are.
    private boolean masks(String kind, String content) {
        return withholds(kind, content)
                || rules.stream()
                        .anyMatch(r -> r.kind().equals(kind) && !r.mask().equals(SECRET));
    }

    /// The row as text, masked where it must be.
    public String mask(String kind, String content) {
        if (isRestricted(kind, content)) {
            JsonNode camera = Json.mapper().readTree(content);
            boolean viewer = camera.at("/device/viewers")
                    .valueStream()
                    .anyMatch(v -> v.asString("").equals(post.value()));
            return viewer ? content : Json.mapper().writeValueAsString(withoutAddresses(camera));
        }
        if (isOpen(kind) || !isPersonal(kind, content) || !masks(kind, content)) {
            return content;
        }
        return Json.mapper().writeValueAsString(mask(kind, Json.mapper().readTree(content)));
    }

    private static JsonNode withoutAddresses(JsonNode camera) {
        camera.path("streams").forEach(s -> {
            if (s instanceof ObjectNode stream) {
                stream.put("url", "");
            }
        });
        return camera;
    }

    private JsonNode mask(String kind, JsonNode row) {
        for (Access.FieldRule rule : rules) {
            if (rule.kind().equals(kind)) {
                mask(row, rule.pointer(), rule.mask());
            }
        }
        return row;
    }

    /// A part of the pointer that is `*` stands for every element of a list.
    private static void mask(JsonNode node, String pointer, String mask) {
        int every = pointer.indexOf("/*/");
        if (every >= 0) {
            node.at(pointer.substring(0, every)).forEach(e -> mask(e, pointer.substring(every + 2), mask));
            return;
        }
        JsonPointer whole = JsonPointer.compile(pointer);
        String name = whole.last().getMatchingProperty();
        if (node.at(whole.head()) instanceof ObjectNode holder
                && holder.path(name).isString()) {
            if (mask.equals(SECRET) && !holder.path("confidential").asBoolean(false)) {
                return;
            }
            if (mask.equals(REMARK)
                    && !CallBack.OUTCOMES.contains(holder.at("/given/kind").asString(""))) {
                return;
            }
            String value = holder.path(name).asString();
            holder.put(
                    name,
                    switch (mask) {
                        case SECRET, REMARK -> "";
                        case "phone" -> phone(value);
                        default -> name(value);
                    });
            holder.put("masked", true);
        }
    }

    static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /// Short numbers keep nothing: three and four digits of eight would be the number.
    static String phone(String phone) {
        return phone.length() < 9
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}

package org.yiping.server.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PostCode;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// The one table of rights: route × post, frame × post, field × post, post × reach, read from `access.csv`. What has no
/// line is forbidden. Immutable; any thread.
public final class Access {
    private static final String ANY = "any";
    private static final String ANYONE = "anyone";

    private static final String WHOLE_CITY = "city";
    /// In the person's areas, and not yet judged by anybody.
    private static final String WAITING = "area+waiting";
    /// In the person's areas; for a department's terminal what that department has, wherever it lies.
    private static final String ADDRESSED = "area/department";
    /// In the person's areas; for a department's terminal that department's alone, there and of the whole city.
    private static final String CITY_TOO = "area+department/city";
    /// Before the posts that see their own seat's rows alone.
    private static final String SEAT = "seat:";

    private final Map<String, Line> routes = new LinkedHashMap<>();
    private final Map<String, Line> frames = new LinkedHashMap<>();
    private final Map<String, Set<String>> commands = new LinkedHashMap<>();
    private final Map<String, String> reaches = new LinkedHashMap<>();
    private final List<FieldRule> fields = new ArrayList<>();
    private final Map<String, Masking> maskings = new LinkedHashMap<>();

    /// The posts of a route or kind of row, and which rows that means.
    private record Line(Set<String> posts, String rows) {
        static final Line NONE = new Line(Set.of(), "");
    }

    /// A field that only `posts` see as it is.
    record FieldRule(String kind, String pointer, String mask, Set<String> posts) {}

    private Access() {}

    /// Reads the table the program ships.
    public static Access shipped() {
        Access access = new Access();
        try (InputStream in = Access.class.getResourceAsStream("/org/yiping/server/access.csv")) {
            if (in == null) {
                throw new IllegalStateException("access.csv is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    access.add(line.split(";", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        access.share();
        return access;
    }

    private void add(String[] cells) {
        switch (cells[0]) {
            case "route" -> routes.put(cells[1], new Line(Set.of(cells[2].split(",")), cells[3]));
            case "frame" -> frames.put(cells[1], new Line(Set.of(cells[2].split(",")), restriction(cells[3])));
            case "command" -> commands.put(cells[1], Set.of(cells[2].split(",")));
            case "field" -> fields.add(new FieldRule(cells[1], cells[2], cells[3], Set.of(cells[4].split(","))));
            case "post" -> reaches.put(cells[1], cells[2]);
            default -> throw new IllegalStateException("access.csv: unknown line " + cells[0]);
        }
    }

    private static String restriction(String word) {
        if (!Set.of("open", "area", "area+department", ADDRESSED, CITY_TOO, WAITING)
                        .contains(word)
                && !word.startsWith(SEAT)) {
            throw new IllegalStateException("access.csv: unknown restriction " + word);
        }
        return word;
    }

    /// Every route with a line, as `METHOD path`.
    public Set<String> routes() {
        return Set.copyOf(routes.keySet());
    }

    /// Every post with a line.
    public Set<String> posts() {
        return Set.copyOf(reaches.keySet());
    }

    /// Every kind of frame with a line.
    public Set<String> frames() {
        return Set.copyOf(frames.keySet());
    }

    public boolean isOpenToAnyone(String route) {
        return routes.getOrDefault(route, Line.NONE).posts().contains(ANYONE);
    }

    /// Whether the post has a line for the route.
    public boolean mayCall(String route, PostCode post) {
        Set<String> posts = routes.getOrDefault(route, Line.NONE).posts();
        return posts.contains(ANYONE) || listed(posts, post);
    }

    /// Whether this person may call the route in this post: some routes are only for who has the whole city.
    public boolean mayCall(String route, Principal who) {
        boolean city = routes.getOrDefault(route, Line.NONE).rows().equals(WHOLE_CITY);
        return mayCall(route, who.post()) && (!city || who.person().areas().isEmpty());
    }

    /// The kind of row a route deals in, or what its line says instead: own, open, city.
    public String rowsOf(String route) {
        return routes.getOrDefault(route, Line.NONE).rows();
    }

    /// Whether rows of a kind are kept to the areas of who asks.
    public boolean isByArea(String kind) {
        return frames.getOrDefault(kind, Line.NONE).rows().startsWith("area");
    }

    /// Whether the post may send commands of this type at all; the workflow then decides about each action.
    public boolean mayCommand(String type, PostCode post) {
        return listed(commands.getOrDefault(type, Set.of()), post);
    }

    /// Every type of command the post may send at all, in the alphabet's order.
    public List<String> commands(PostCode post) {
        return commands.keySet().stream()
                .filter(type -> mayCommand(type, post))
                .sorted()
                .toList();
    }

    public boolean mayReceive(String kind, PostCode post) {
        return listed(frames.getOrDefault(kind, Line.NONE).posts(), post);
    }

    /// A post without a line of its own gets nothing, not even by `any`.
    private boolean listed(Set<String> posts, PostCode post) {
        return reaches.containsKey(post.value()) && (posts.contains(ANY) || posts.contains(post.value()));
    }

    /// Whether who works in this post does so for one department, at its terminal.
    public boolean isTerminal(PostCode post) {
        return "department".equals(reaches.get(post.value()));
    }

    /// The rows of a kind somebody sees.
    public Reach reach(String kind, Principal who) {
        String restriction = frames.getOrDefault(kind, Line.NONE).rows();
        if (restriction.equals("open")) {
            return Reach.CITY;
        }
        if (restriction.startsWith(SEAT)) {
            boolean own = Set.of(restriction.substring(SEAT.length()).split(","))
                    .contains(who.post().value());
            return new Reach(List.of(own ? Scope.at(who.actor().seat()) : Scope.SEATS), null);
        }
        Person person = who.person();
        List<String> areas = person.areas().stream().map(AreaCode::value).toList();
        if (restriction.equals(WAITING)) {
            return new Reach(areas, Scope.WAITING);
        }
        if (restriction.equals("area")
                || !"department".equals(reaches.get(who.post().value()))) {
            return new Reach(areas, null);
        }
        List<String> there = switch (restriction) {
            case ADDRESSED -> List.of();
            case CITY_TOO -> Scope.withCity(areas);
            default -> areas;
        };
        // a terminal without a department sees no department's cases: no department has an empty id
        return new Reach(
                there, person.department() == null ? "" : person.department().value());
    }

    /// What to mask before rows go to this post.
    public Masking masking(PostCode post) {
        Masking masking = maskings.get(post.value());
        return masking == null ? new Masking(fields, post, maskings.values()) : masking;
    }

    private void share() {
        for (String post : reaches.keySet()) {
            maskings.put(post, new Masking(fields, new PostCode(post), List.copyOf(maskings.values())));
        }
    }
}

package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.domain.component.Component;
import org.yiping.domain.identity.Department;
import org.yiping.protocol.Json;
import org.yiping.simulator.photo.PhotoBooth;
import tools.jackson.databind.JsonNode;

/// Twenty signed-in people of different posts who work cases together and a supervisor who reads along, with what they
/// need to know of their city: who sits where, which places lie in whose area, which photos are uploaded. Immutable
/// once made; any thread.
final class Seats {
    /// So many of each; a department's are of those that answer for the whole city.
    private static final Map<String, Integer> SEATED = new LinkedHashMap<>(Map.of(
            "acceptor",
            4,
            "duty-leader",
            3,
            "dispatcher",
            3,
            "collector",
            5,
            "department",
            4,
            "administrator",
            1,
            "supervisor",
            1));

    /// An account of the city's file, with whom it is.
    record Member(String account, String password, String person, List<String> posts, String department) {}

    /// Somebody signed in; `department` is empty but for a department's terminal. `places` are components in reach.
    record Seat(String token, String person, String post, String department, List<Component> places) {
        String head() {
            return "Authorization: Bearer " + token + "\r\n";
        }
    }

    final int port;
    final CityFolder city;
    final List<Member> members;
    final List<String> photos = new ArrayList<>();
    private final Map<String, List<Seat>> byPost = new HashMap<>();

    private Seats(int port, CityFolder city, List<Member> members) {
        this.port = port;
        this.city = city;
        this.members = members;
    }

    static Seats of(int port, Path folder, Path accounts) throws IOException, InterruptedException {
        List<Member> members = Files.readAllLines(accounts).stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .map(c -> new Member(c[0], c[1], c[2], List.of(c[4].split(";")), c[5]))
                .toList();
        Seats seats = new Seats(port, new CityFolder(folder), members);
        try (Line line = new Line(port)) {
            seats.sit(line);
            seats.upload(line);
        }
        return seats;
    }

    private void sit(Line line) throws IOException, InterruptedException {
        List<Component> components = city.components();
        Set<String> everywhere = city.departments().stream()
                .filter(d -> d.areas().isEmpty())
                .map(Department::id)
                .map(d -> d.value())
                .collect(Collectors.toSet());
        Map<String, List<String>> areas = new HashMap<>();
        city.people()
                .forEach(s -> areas.put(
                        s.person().id().value(),
                        s.person().areas().stream().map(a -> a.value()).toList()));
        for (Map.Entry<String, Integer> e : SEATED.entrySet()) {
            String post = e.getKey();
            List<Member> fit = members.stream()
                    .filter(m -> m.posts().contains(post))
                    .filter(m -> !post.equals("department") || everywhere.contains(m.department()))
                    .limit(e.getValue())
                    .toList();
            if (fit.size() < e.getValue()) {
                throw new IOException("the city has only " + fit.size() + " of post " + post);
            }
            List<Seat> seated = new ArrayList<>();
            for (Member m : fit) {
                List<String> own = areas.getOrDefault(m.person(), List.of());
                List<Component> places = components.stream()
                        .filter(c -> own.isEmpty()
                                || (c.area() != null
                                        && own.stream()
                                                .anyMatch(a -> c.area().value().startsWith(a))))
                        .toList();
                seated.add(new Seat(signIn(line, m, post, "seat"), m.person(), post, m.department(), places));
            }
            byPost.put(post, List.copyOf(seated));
        }
    }

    /// Strangers may ask fifty times a second.
    String signIn(Line line, Member member, String post, String seat) throws IOException, InterruptedException {
        Thread.sleep(25);
        byte[] body = Json.mapper()
                .writeValueAsBytes(
                        Map.of("user", member.account(), "password", member.password(), "post", post, "seat", seat));
        Line.Answer answer = line.post("/api/v1/sessions", "Content-Type: application/json\r\n", body);
        if (answer.status() >= 300) {
            throw new IOException("sign-in refused: " + answer.body());
        }
        return Json.mapper().readTree(answer.body()).path("token").asString();
    }

    private void upload(Line line) throws IOException {
        PhotoBooth booth = new PhotoBooth();
        for (int i = 0; i < 10; i++) {
            byte[] photo = booth.photo("garbage", i, i % 2 == 1);
            String sha = sha256(photo);
            Line.Answer answer = line.post(
                    "/api/v1/files",
                    seat("collector", 0).head() + "Content-Type: image/jpeg\r\nX-Content-SHA256: " + sha + "\r\n",
                    photo);
            if (answer.status() != 200) {
                throw new IOException("a photo was refused: " + answer.body());
            }
            photos.add(sha);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Seat seat(String post, int number) {
        List<Seat> seated = Objects.requireNonNull(byPost.get(post), post);
        return seated.get(Math.floorMod(number, seated.size()));
    }

    int count() {
        return byPost.values().stream().mapToInt(List::size).sum();
    }

    /// The journal's revision now.
    long revision(Line line) throws IOException {
        JsonNode page = Json.mapper()
                .readTree(
                        line.get("/api/v1/cases?limit=1", seat("dispatcher", 0).head())
                                .body());
        return page.path("revision").asLong();
    }

    /// Everybody of the city once, then those of the hall and the departments at a second screen, as many as wanted.
    void listen(Listeners listeners, int wanted) throws IOException, InterruptedException {
        List<Member> people = new ArrayList<>(members);
        people.removeIf(m -> m.posts().contains("simulator-device"));
        members.stream()
                .filter(m -> !m.posts().contains("collector") && !m.posts().contains("simulator-device"))
                .forEach(people::add);
        members.stream().filter(m -> m.posts().contains("collector")).forEach(people::add);
        try (Line line = new Line(port)) {
            long revision = revision(line);
            for (int i = 0; i < wanted; i++) {
                Member m = people.get(i);
                String post = m.posts().getFirst();
                listeners.join(port, signIn(line, m, post, "screen-" + i), revision);
            }
        }
        System.out.println(wanted + " push clients: " + told(people.subList(0, wanted)));
    }

    private static String told(List<Member> people) {
        Map<String, @Nullable Long> counts = new LinkedHashMap<>();
        people.forEach(m -> counts.merge(m.posts().getFirst(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }
}

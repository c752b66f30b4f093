package org.yiping.simulator.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yiping.domain.area.Area;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;

/// Everybody in the field, the vehicles and the drones, moving along the streets of their duty or over them. Confined
/// to one thread.
public final class Crowd {
    private static final int VEHICLES = 24;
    private static final int DRONES = 3;
    /// Drones draw from luck of their own, so that who walks goes where he went before there were any.
    private static final long ALOFT = 0x5DEECE66DL;

    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private final StreetMap map;
    private final SplittableRandom random;
    private final SplittableRandom aloft;
    private final List<Walker> walkers = new ArrayList<>();
    private final List<Flyer> flyers = new ArrayList<>();
    private final Map<PersonId, Walker> byPerson = new HashMap<>();
    private Instant last;

    public Crowd(List<Person> people, List<Area> areas, StreetMap map, long seed, Instant start) {
        this.map = map;
        this.random = new SplittableRandom(seed);
        this.aloft = new SplittableRandom(seed ^ ALOFT);
        this.last = start;
        Map<String, Position> centres = new HashMap<>();
        areas.forEach(a -> centres.put(a.code().value(), a.centre()));
        if (map.size() == 0) {
            return;
        }
        for (Person p : people) {
            String post = p.posts().isEmpty() ? "" : p.posts().getFirst().value();
            if (post.equals("collector") || post.equals("department")) {
                boolean collector = post.equals("collector");
                Position centre = p.areas().isEmpty()
                        ? null
                        : centres.get(p.areas().getFirst().value());
                int home = collector && centre != null ? map.nearest(centre) : map.anyNode(random);
                Walker w = new Walker(
                        p.id().value(),
                        collector ? "collector" : "handler",
                        p.name(),
                        home,
                        collector ? 1.1 + random.nextDouble() * 2.2 : 2.5 + random.nextDouble() * 3);
                walkers.add(w);
                byPerson.put(p.id(), w);
            }
        }
        for (int i = 1; i <= VEHICLES; i++) {
            String name = "示A·模" + (1000 + i * 37);
            walkers.add(new Walker("V" + i, "vehicle", name, map.anyNode(random), 6 + random.nextDouble() * 4));
        }
        for (int i = 1; i <= DRONES; i++) {
            Flyer flyer = new Flyer("U" + i, "无人机 0" + i, map.at(map.anyNode(aloft)), 8 + aloft.nextDouble() * 4);
            flyer.move(1, map, aloft);
            flyers.add(flyer);
        }
        walkers.forEach(w -> w.move(240, map, random, 14)); // not all at home when the curtain rises
    }

    /// Sends a person somewhere, as a task does.
    public void send(PersonId person, Position place) {
        Walker walker = byPerson.get(person);
        if (walker != null) {
            walker.send(map.nearest(place));
        }
    }

    /// Where everybody is now. A long gap is cut short, so that nobody leaps through the city after a pause.
    public List<FieldUnit> move(Instant now) {
        Duration step = Duration.between(last, now);
        double seconds = Math.min(LONGEST_STEP.toMillis(), Math.max(0, step.toMillis())) / 1000.0;
        last = now;
        List<FieldUnit> samples = new ArrayList<>();
        for (Walker w : walkers) {
            w.move(seconds, map, random, 14);
            samples.add(w.sample(map, now));
        }
        for (Flyer f : flyers) {
            f.move(seconds, map, aloft);
            samples.add(f.sample(now));
        }
        return samples;
    }
}

package org.yiping.domain.wall;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.WallScene.Shown;

/// Who may send what to which part of a city's wall, and which alarms take a tile by themselves; part of the
/// city's rules. Immutable; any thread.
///
/// Without any `rights` every post that may send at all may send everywhere.
public record WallSharing(List<Right> rights, List<AlarmTile> alarms) {
    public static final WallSharing OPEN = new WallSharing(List.of(), List.of());
    /// Where nobody knows what the city laid down.
    public static final WallSharing NOBODY = new WallSharing(List.of(new Right(List.of(), Region.WHOLE)), List.of());

    public WallSharing {
        rights = List.copyOf(rights);
        alarms = List.copyOf(alarms);
    }

    /// These posts may send to this part.
    public record Right(List<PostCode> posts, Region region) {
        public Right {
            posts = List.copyOf(posts);
        }
    }

    /// Alarms of these kinds, of cases of these classes (a code stands for all that begin with it; none: of
    /// all), take this place for so long, or until they are answered.
    public record AlarmTile(
            List<Alarm.Kind> kinds, List<ClassCode> classes, Region region, Shown panel, Duration time) {
        public AlarmTile {
            kinds = List.copyOf(kinds);
            classes = List.copyOf(classes);
        }

        boolean takes(Case c, Alarm alarm) {
            String code = c.subject().classCode().value();
            return kinds.contains(alarm.kind())
                    && (classes.isEmpty() || classes.stream().anyMatch(each -> code.startsWith(each.value())));
        }
    }

    /// Whether a post may put something there.
    public boolean allows(PostCode post, WallOrder order) {
        Region region = order.region();
        Region where = region == null ? Region.WHOLE : region;
        return rights.isEmpty() || rights.stream().anyMatch(r -> r.posts().contains(post) && where.within(r.region()));
    }

    /// The tile a case's alarm takes; the first line that says so.
    public Optional<AlarmTile> tile(Case c) {
        Alarm alarm = c.progress().alarm();
        return alarm == null || !alarm.waiting()
                ? Optional.empty()
                : alarms.stream().filter(a -> a.takes(c, alarm)).findFirst();
    }
}

package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// The 301 people and devices of the city, with made-up names and the sign-in names of those who use the platform.
/// Confined to one thread.
final class Staff {
    private static final int COLLECTORS = 180;
    private static final int HANDLERS = 99;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "安柏宸川达恩帆歌涵佳康岚黎敏宁鹏琪睿珊婷薇欣妍禹哲卓雅晨博思远静文海青云峰雨桐若梓辰";

    private final RandomGenerator random;
    private final Set<String> names = new HashSet<>();
    private final List<Member> members = new ArrayList<>();

    private Staff(RandomGenerator random) {
        this.random = random;
    }

    /// A person and the sign-in name they get, if any.
    record Member(Person person, @Nullable String account) {}

    static List<Member> hire(AreaTree areas, Departments departments, RandomGenerator random) {
        Staff staff = new Staff(random);
        staff.seat("acceptor", 6);
        staff.seat("duty-leader", 4);
        staff.seat("dispatcher", 6);
        staff.seat("supervisor", 2);
        staff.add(List.of("administrator"), List.of(), null, "admin");
        List<AreaNode> communities = areas.level(AreaNode.Level.COMMUNITY);
        for (int i = 0; i < COLLECTORS; i++) {
            AreaCode duty = communities.get(i % communities.size()).code();
            staff.add(List.of("collector"), List.of(duty), null, number("collector", i + 1, 3));
        }
        List<Department> all = departments.all();
        for (int i = 0; i < HANDLERS; i++) {
            Department own = all.get(i % all.size());
            String account = i < all.size() ? number("dept", i + 1, 2) : null;
            staff.add(List.of("department"), own.areas(), own.id(), account);
        }
        staff.device("大屏", "wall");
        staff.device("模拟设备", "simulator-device");
        // last, so that everybody else keeps name and number from one release to the next
        staff.seat("leader", 1);
        return List.copyOf(staff.members);
    }

    /// Not a person, but something that signs in.
    private void device(String name, String post) {
        members.add(new Member(new Person(nextId(), name, List.of(new PostCode(post)), List.of(), null), post));
    }

    private void seat(String post, int count) {
        String stem = switch (post) {
            case "duty-leader" -> "leader";
            case "leader" -> "chief";
            default -> post;
        };
        for (int i = 1; i <= count; i++) {
            add(List.of(post), List.of(), null, stem + i);
        }
    }

    private void add(
            List<String> posts, List<AreaCode> areas, @Nullable DepartmentId department, @Nullable String account) {
        List<PostCode> codes = posts.stream().map(PostCode::new).toList();
        members.add(new Member(new Person(nextId(), name(), codes, areas, department), account));
    }

    private PersonId nextId() {
        return new PersonId(number("P", members.size() + 1, 4));
    }

    private String name() {
        while (true) {
            StringBuilder name = new StringBuilder();
            name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
            int given = random.nextInt(10) < 7 ? 2 : 1;
            for (int i = 0; i < given; i++) {
                name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
            }
            if (names.add(name.toString())) {
                return name.toString();
            }
        }
    }

    private static String number(String stem, int n, int digits) {
        return stem + String.format(Locale.ROOT, "%0" + digits + "d", n);
    }
}

package org.yiping.simulator.city;

import java.util.List;
import java.util.stream.Collectors;

/// The fictional roster (排班) of a generated city: three shifts of eight hours, among which each post of the hall is
/// dealt out in turn; a second version from the new year on deals them the other way round. Stateless.
final class Duties {
    private static final List<String> POSTS = List.of("acceptor", "duty-leader", "dispatcher");
    private static final List<String> SHIFTS =
            List.of("早班,Morning,07:00,15:00", "中班,Afternoon,15:00,23:00", "夜班,Night,23:00,07:00");

    private Duties() {}

    static String roster(List<Staff.Member> staff) {
        StringBuilder out = new StringBuilder("version,from,shift,english,begins,ends,days,post,people\n");
        version(out, "demo-2026,2026-01-01", staff);
        version(out, "demo-2027,2027-01-01", staff.reversed());
        return out.toString();
    }

    private static void version(StringBuilder out, String version, List<Staff.Member> staff) {
        for (int shift = 0; shift < SHIFTS.size(); shift++) {
            for (String post : POSTS) {
                out.append(version)
                        .append(',')
                        .append(SHIFTS.get(shift))
                        .append(",,")
                        .append(post)
                        .append(',')
                        .append(dealt(staff, post, shift))
                        .append('\n');
            }
        }
    }

    private static String dealt(List<Staff.Member> staff, String post, int shift) {
        List<String> ids = staff.stream()
                .filter(m -> m.person().posts().getFirst().value().equals(post))
                .map(m -> m.person().id().value())
                .toList();
        return java.util.stream.IntStream.range(0, ids.size())
                .filter(i -> i % SHIFTS.size() == shift)
                .mapToObj(ids::get)
                .collect(Collectors.joining(";"));
    }
}

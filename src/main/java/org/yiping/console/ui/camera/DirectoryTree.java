package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.text.Term;

/// Lays cameras out as a tree, or as what typed words mean. Pure; any thread: two thousand take some milliseconds,
/// which is not for the thread that paints.
final class DirectoryTree {
    /// What its branches stand for.
    static final String FAVOURITES = "favourites";

    private static final Comparator<Camera> ORDER = Comparator.comparing(
                    (Camera c) -> c.state().offline())
            .thenComparing(c -> !c.state().online())
            .thenComparing(Camera::name)
            .thenComparing(c -> c.id().value());

    private DirectoryTree() {}

    /// A step from the root to a camera; branches stand in the order of their keys.
    record Step(String key, String name) {}

    /// What is wanted: `path` leads to each camera; `turned` are branches that are not as they are at first, the upper
    /// ones open and the lower ones folded. `favouritesName` heads those that `favourites` holds.
    record Wish(
            Function<Camera, List<Step>> path,
            Predicate<Camera> viewed,
            Set<CameraId> favourites,
            String favouritesName,
            Set<String> turned,
            String typed) {}

    /// Rows as they stand, and all cameras in their order, those of folded branches too.
    record Listing(List<DirectoryRow> rows, List<Camera> order) {
        static final Listing NOTHING = new Listing(List.of(), List.of());
    }

    static Listing list(Collection<Camera> all, Wish wish) {
        return wish.typed.isBlank() ? tree(all, wish) : found(all, wish);
    }

    /// By name or code, as they are written or as they sound; names first.
    private static Listing found(Collection<Camera> all, Wish wish) {
        List<Term> terms = Term.typed(wish.typed);
        List<Camera> order = all.stream()
                .filter(c -> isIn(terms, c.name() + " " + c.id().value()))
                .sorted(Comparator.comparing((Camera c) -> !isIn(terms, c.name()))
                        .thenComparing(ORDER))
                .toList();
        List<DirectoryRow> rows = new ArrayList<>();
        order.forEach(c -> rows.add(leaf("found", c, 0, wish)));
        return new Listing(rows, order);
    }

    private static boolean isIn(List<Term> terms, String text) {
        String plain = Term.plain(text);
        return terms.stream().allMatch(t -> t.isIn(plain));
    }

    private static DirectoryRow leaf(String branch, Camera c, int depth, Wish wish) {
        return new DirectoryRow.Leaf(
                branch + "/" + c.id().value(), c, depth, wish.favourites.contains(c.id()), wish.viewed.test(c));
    }

    private static Listing tree(Collection<Camera> all, Wish wish) {
        Node root = new Node("", "");
        all.forEach(c -> root.add(c, wish.path.apply(c)));
        List<DirectoryRow> rows = new ArrayList<>();
        Set<Camera> order = new LinkedHashSet<>();
        if (!wish.favourites.isEmpty()) {
            Node favourites = new Node(FAVOURITES, wish.favouritesName);
            all.stream().filter(c -> wish.favourites.contains(c.id())).forEach(c -> favourites.add(c, List.of()));
            favourites.write(0, wish, rows, order);
        }
        root.branches.values().forEach(b -> b.write(0, wish, rows, order));
        root.leaves(0, wish, true, rows, order);
        return new Listing(rows, List.copyOf(order));
    }

    private static final class Node {
        private final String key;
        private final String name;
        private final Map<String, Node> branches = new TreeMap<>();
        private final List<Camera> own = new ArrayList<>();
        private long online;
        private long all;

        Node(String key, String name) {
            this.key = key;
            this.name = name;
        }

        void add(Camera c, List<Step> path) {
            Node at = this;
            at.count(c);
            for (Step step : path) {
                String below = at.key + "/" + step.key;
                at = at.branches.computeIfAbsent(step.key, _ -> new Node(below, step.name));
                at.count(c);
            }
            at.own.add(c);
        }

        private void count(Camera c) {
            all++;
            online += c.state().online() ? 1 : 0;
        }

        void write(int depth, Wish wish, List<DirectoryRow> rows, Set<Camera> order) {
            boolean open = (depth == 0) != wish.turned.contains(key);
            rows.add(new DirectoryRow.Branch(key, name, depth, online, all, open));
            below(depth + 1, wish, open, rows, order);
        }

        private void below(int depth, Wish wish, boolean open, List<DirectoryRow> rows, Set<Camera> order) {
            List<DirectoryRow> shown = open ? rows : new ArrayList<>();
            branches.values().forEach(b -> b.write(depth, wish, shown, order));
            leaves(depth, wish, open, rows, order);
        }

        void leaves(int depth, Wish wish, boolean open, List<DirectoryRow> rows, Set<Camera> order) {
            own.sort(ORDER);
            for (Camera c : own) {
                order.add(c);
                if (open) {
                    rows.add(leaf(key, c, depth, wish));
                }
            }
        }
    }
}

package org.yiping.simulator.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// Somebody's way in: a line of the file a simulated city's server writes for its simulator
/// (`account,password,person,name,posts,department`). Immutable; any thread.
public record Account(
        String user,
        String password,
        PersonId person,
        List<PostCode> posts,
        @Nullable DepartmentId department) {
    public Account {
        posts = List.copyOf(posts);
    }

    public static List<Account> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(l -> !l.isBlank())
                .map(l -> of(l.split(",", -1)))
                .toList();
    }

    private static Account of(String[] cells) {
        return new Account(
                cells[0],
                cells[1],
                new PersonId(cells[2]),
                Stream.of(cells[4].split(";")).map(PostCode::new).toList(),
                cells[5].isBlank() ? null : new DepartmentId(cells[5]));
    }

    public boolean holds(String post) {
        return posts.stream().anyMatch(p -> p.value().equals(post));
    }

    /// Passwords stay out of logs.
    @Override
    public String toString() {
        return user;
    }
}

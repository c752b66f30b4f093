package org.yiping.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The demo city's accounts, which its server wrote to a file only its owner reads. Immutable; any thread.
record Accounts(List<Account> all) {
    record Account(String user, String password, String post) {}

    /// Columns: user, password, post or posts separated by `;`.
    static Accounts read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(","));
        int user = Math.max(header.indexOf("user"), header.indexOf("account"));
        int password = header.indexOf("password");
        int posts = Math.max(header.indexOf("posts"), header.indexOf("post"));
        return new Accounts(lines.stream()
                .skip(1)
                .map(l -> l.split(","))
                .map(c -> new Account(c[user], c[password], c[posts]))
                .toList());
    }

    /// The first account that may take the post.
    Account of(String post) {
        return all.stream()
                .filter(a -> List.of(a.post().split(";")).contains(post))
                .findFirst()
                .map(a -> new Account(a.user(), a.password(), post))
                .orElseThrow(() -> new IllegalStateException("the city has no account for post " + post));
    }
}

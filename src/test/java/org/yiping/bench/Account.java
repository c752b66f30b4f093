package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One of the city's accounts, as its server wrote them to a file only its owner reads. Immutable; any thread.
record Account(String user, String password, List<String> posts) {
    static List<Account> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(","));
        int user = Math.max(header.indexOf("user"), header.indexOf("account"));
        int password = header.indexOf("password");
        int posts = Math.max(header.indexOf("posts"), header.indexOf("post"));
        return lines.stream()
                .skip(1)
                .map(l -> l.split(","))
                .map(c -> new Account(c[user], c[password], List.of(c[posts].split(";"))))
                .toList();
    }

    static Account of(List<Account> all, String post) {
        return all.stream()
                .filter(a -> a.posts().contains(post))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no account for post " + post));
    }
}

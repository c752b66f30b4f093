package org.yiping.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Somebody the platform knows, at the post to sign in with.
public record Account(String user, String password, String post) {
    /// The file holds nothing but the password, or lines of `user,password`.
    static Account read(String user, Path file, String post) throws IOException {
        String password = Files.readAllLines(file).stream()
                .filter(l -> l.startsWith(user + ","))
                .map(l -> l.substring(user.length() + 1).strip())
                .findFirst()
                .orElse(Files.readString(file).strip());
        return new Account(user, password, post);
    }
}

package org.yiping.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.yiping.simulator.city.CityGenerator;

/// A city where one post may do what others do as well, by its workflow file alone: a seat that holds several posts.
/// Stateless; any thread.
final class SharedPosts {
    private SharedPosts() {}

    static Path city(Path folder, long seed, String post, Set<String> actions) throws IOException {
        new CityGenerator(seed).write(folder);
        String workflow;
        try (InputStream in =
                Objects.requireNonNull(SharedPosts.class.getResourceAsStream("/org/yiping/catalogue/workflow.yaml"))) {
            workflow = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String action : actions) {
            Pattern posts = Pattern.compile(
                    "(- action: " + action + "\\n(?: {4}.*\\n)*? {4}permission: \\{posts: \\[)([a-z, -]+)\\]");
            String next = posts.matcher(workflow).replaceFirst("$1$2, " + post + "]");
            if (next.equals(workflow)) {
                throw new IOException("the workflow has no action " + action);
            }
            workflow = next;
        }
        Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(catalogue.resolve("workflow.yaml"), workflow);
        return folder;
    }
}

package org.yiping.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiping.protocol.Json;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Finds and reads the mappings of foreign files: a city's own, or one that ships. Stateless; any thread.
public final class Mappings {
    private Mappings() {}

    /// `name` is a file, or the name of one that ships. Throws `IllegalArgumentException`, or a Jackson exception with
    /// the place, with what is wrong in words.
    public static <T> T read(String name, Class<T> type) throws IOException {
        Path file = Path.of(name);
        try (InputStream in = Files.exists(file)
                ? Files.newInputStream(file)
                : Mappings.class.getResourceAsStream("/org/yiping/import/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no mapping file " + name);
            }
            return Json.mapper().treeToValue(new YAMLMapper().readTree(in), type);
        }
    }
}

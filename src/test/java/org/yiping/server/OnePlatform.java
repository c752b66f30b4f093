package org.yiping.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One platform of the small city for all tests of a class, handed to its `@BeforeAll`, closed after the last of them.
public final class OnePlatform implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(OnePlatform.class);

    private record Running(Path folder, Platform platform) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("platform");
                return new Running(folder, Platform.start(folder));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .platform();
    }
}

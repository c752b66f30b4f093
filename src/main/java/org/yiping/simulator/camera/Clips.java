package org.yiping.simulator.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The clips that ship with the programme. A jar cannot be listed cheaply, so `index.txt` names them.
final class Clips {
    private static final String FOLDER = "/org/yiping/demo/clips/";

    private Clips() {}

    static List<Clip> shipped() {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> Clip.read(bytes(name)))
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Clips.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the programme: " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

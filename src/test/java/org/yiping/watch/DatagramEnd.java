package org.yiping.watch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// systemd's end of such a socket, for tests: bound to a name, hears one datagram after the other.
final class DatagramEnd implements AutoCloseable {
    private static final int SIZE = 256;
    private static final int WITHOUT_WAITING = 0x40;

    private final int socket;

    private DatagramEnd(int socket) {
        this.socket = socket;
    }

    static DatagramEnd bind(String path) throws Throwable {
        int socket = (int) call("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                .invokeExact(1, 2, 0);
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(2 + name.length + (path.startsWith("@") ? 0 : 1), 2);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
            if (path.startsWith("@")) {
                address.set(ValueLayout.JAVA_BYTE, 2, (byte) 0);
            }
            int bound = (int) call("bind", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                    .invokeExact(socket, address, (int) address.byteSize());
            if (bound != 0) {
                throw new IllegalStateException("not bound to " + path);
            }
        }
        return new DatagramEnd(socket);
    }

    /// Empty where none waits.
    String next() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment words = arena.allocate(SIZE);
            int count = (int)
                    call("recv", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT)
                            .invokeExact(socket, words, (long) SIZE, WITHOUT_WAITING);
            byte[] said = new byte[Math.max(count, 0)];
            MemorySegment.copy(words, ValueLayout.JAVA_BYTE, 0, said, 0, said.length);
            return new String(said, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        try {
            var _ = (int) call("close", ValueLayout.JAVA_INT).invokeExact(socket);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted") // tests may call the C library
    private static MethodHandle call(String name, MemoryLayout... takes) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, takes));
    }
}

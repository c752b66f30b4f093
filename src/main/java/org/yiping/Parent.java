package org.yiping;

import java.util.concurrent.CompletableFuture;

/// The process that started this one and must not be outlived, e.g. a demo that starts server and windows. Called once
/// by each program's `main`.
///
/// A parent that is killed cannot end its children, so they look for themselves. By its process id and not by the end
/// of standard input, which a service has from its first moment on.
public final class Parent {
    private static final String PROPERTY = "yiping.parent";

    private Parent() {}

    /// The Java option that names the current process as the parent.
    public static String option() {
        return "-D" + PROPERTY + "=" + ProcessHandle.current().pid();
    }

    /// Ends this process in order when the named parent is gone; without a name nothing is watched.
    public static void watch() {
        Long pid = Long.getLong(PROPERTY);
        if (pid != null) {
            var _ = ProcessHandle.of(pid)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(() -> System.exit(0));
        }
    }
}

package org.yiping.server.data;

/// The storage failed: a full or broken disk, a lost database. What was under way has not happened.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.yiping.server.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.Photos;

/// Uploads of the same content at once, which two collectors with the same photo make.
class FileStoreTest {
    @TempDir
    static Path folder;

    private static Database database;
    private static FileStore files;

    @BeforeAll
    static void open() {
        database = Database.open(folder.resolve("data"), null);
        files = new FileStore(folder.resolve("files"), new FileTable(database));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void twoUploadsOfOnePhotoAtOnceAreBothTaken() throws IOException, InterruptedException, ExecutionException {
        byte[] photo = Photos.jpeg(1);
        String sha = Photos.sha(photo);
        FutureTask<FileStore.Taken> second = new FutureTask<>(() -> files.take(sha, photo));
        Thread other = new Thread(second, "second upload");
        // in the middle of the first the second begins and comes as far as it can
        Meanwhile piece = new Meanwhile(photo, () -> {
            other.start();
            while (!second.isDone() && other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        });

        FileStore.Taken first = files.takePiece(sha, piece, 0, photo.length);

        assertThat(first).isInstanceOf(FileStore.Taken.Kept.class).isEqualTo(second.get());
        assertThat(Files.readAllBytes(files.path(sha))).isEqualTo(photo);
        assertThat(files.received(sha)).isZero();
    }

    @Test
    void anUploadThatBrokeOffIsInNobodysWay() throws IOException {
        byte[] photo = Photos.jpeg(2);
        String sha = Photos.sha(photo);
        Meanwhile broken = new Meanwhile(photo, () -> {
            throw new IOException("the line broke");
        });

        assertThat(failure(sha, broken, photo.length)).hasMessage("the line broke");

        assertThat(files.take(sha, photo)).isInstanceOf(FileStore.Taken.Kept.class);
    }

    private static IOException failure(String sha, Meanwhile piece, int total) {
        try {
            throw new AssertionError(files.takePiece(sha, piece, 0, total));
        } catch (IOException e) {
            return e;
        }
    }

    private interface Happening {
        void now() throws IOException;
    }

    /// Gives all it has at once, and then something happens before it ends.
    private static final class Meanwhile extends FilterInputStream {
        private final Happening happening;
        private boolean given;

        Meanwhile(byte[] content, Happening happening) {
            super(new ByteArrayInputStream(content));
            this.happening = happening;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (given) {
                happening.now();
            }
            given = true;
            return super.read(b, off, len);
        }
    }
}

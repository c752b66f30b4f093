package org.yiping.server.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Copies a city's storage while it runs, into one zip: the database as of one moment, then the photos. Photos are only
/// ever added, so the later ones do no harm. Any thread.
public final class Backup {
    private final Database database;
    private final FileStore files;

    public Backup(Database database, FileStore files) {
        this.database = database;
        this.files = files;
    }

    /// Writes the backup beside `target` and moves it there when it is whole. Only H2 storage can be copied this way;
    /// PostgreSQL brings its own tools.
    public void to(Path target) throws IOException {
        if (!database.isH2()) {
            throw new UnsupportedOperationException("back up PostgreSQL with its own tools");
        }
        Path absolute = target.toAbsolutePath();
        Path part = Files.createTempFile(absolute.getParent(), "backup", ".part");
        Path copy = Files.createTempFile(absolute.getParent(), "backup", ".db.zip");
        try {
            Files.delete(copy);
            database.with(c -> Sql.update(c, "BACKUP TO '" + copy.toString().replace("'", "''") + "'"));
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                addDatabase(zip, copy);
                addFiles(zip);
            }
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(part);
        }
    }

    private static void addDatabase(ZipOutputStream zip, Path copy) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(copy))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (e.getName().endsWith(".mv.db")) {
                    zip.putNextEntry(new ZipEntry(Database.FILE));
                    in.transferTo(zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private void addFiles(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(files.folder())) {
            return;
        }
        try (Stream<Path> walk = Files.walk(files.folder())) {
            List<Path> photos = walk.filter(Files::isRegularFile)
                    .filter(p ->
                            !p.toString().contains("partial") && !p.toString().endsWith(".tmp"))
                    .toList();
            for (Path photo : photos) {
                zip.putNextEntry(new ZipEntry("files/" + files.folder().relativize(photo)));
                Files.copy(photo, zip);
                zip.closeEntry();
            }
        }
    }

    /// Lays a backup out in an empty folder, ready to start a server on. Throws where something is there already or the
    /// zip names a place outside.
    public static void restore(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(Database.FILE))) {
            throw new IOException("there is a database in " + folder + " already");
        }
        boolean found = false;
        try (InputStream raw = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(raw)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                Path to = folder.resolve(e.getName()).normalize();
                if (!to.startsWith(folder.normalize())) {
                    throw new IOException("not a backup: " + e.getName());
                }
                found |= e.getName().equals(Database.FILE);
                Files.createDirectories(to.getParent());
                Files.copy(in, to);
            }
        }
        if (!found) {
            throw new IOException("not a backup: no " + Database.FILE + " in " + zip);
        }
    }
}

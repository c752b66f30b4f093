package org.yiping.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/// A workbook (XLSX) that somebody else made. It is looked through before it is read: what is inside is unpacked once
/// and counted, because what a file says of its own sizes may be a lie. One thread.
final class WorkbookFile implements AutoCloseable {
    private static final long LARGEST_FILE = 64L << 20;
    /// All parts unpacked; 100,000 rows of criteria are about a third of it.
    private static final long LARGEST_CONTENT = 256L << 20;
    /// No sheet somebody wrote packs better; what does is made to fill a memory.
    private static final long MOST_RATIO = 200;
    private static final long RATIO_FROM = 8L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final ReadableWorkbook book;
    private final List<String> notes;

    /// The whole file is refused; the message says why and what to do.
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private WorkbookFile(ReadableWorkbook book, List<String> notes) {
        this.book = book;
        this.notes = notes;
    }

    static WorkbookFile open(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > LARGEST_FILE) {
            throw new Refused(name + " is larger than " + (LARGEST_FILE >> 20) + " MB");
        }
        byte[] head = head(file);
        if (startsWith(head, OLE2)) {
            throw new Refused(
                    contains(Files.readAllBytes(file), ENCRYPTED)
                            ? name + " is protected by a password: save it without one"
                            : name + " is a workbook of the old kind (.xls): save it as .xlsx");
        }
        if (!startsWith(head, ZIP)) {
            throw new Refused(name + " is no workbook (.xlsx)");
        }
        List<String> notes = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            look(name, zip, notes);
        } catch (ZipException e) {
            throw new Refused(name + " is damaged: " + e.getMessage());
        }
        try {
            return new WorkbookFile(new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true)), notes);
        } catch (IOException | RuntimeException e) {
            throw new Refused(name + " is damaged: " + e.getMessage());
        }
    }

    ReadableWorkbook book() {
        return book;
    }

    /// What was left aside and should be said.
    List<String> notes() {
        return notes;
    }

    private static void look(String name, ZipFile zip, List<String> notes) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new Refused(name + " has " + zip.size() + " parts; no workbook of criteria needs so many");
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new Refused(name + " is no workbook (.xlsx): it holds no xl/workbook.xml");
        }
        long left = LARGEST_CONTENT;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry part = all.nextElement();
            String lower = part.getName().toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.startsWith("xl/macrosheets/")) {
                notes.add("macros are left aside: " + part.getName());
            }
            left -= unpacked(name, zip, part, left, lower.endsWith(".xml") || lower.endsWith(".rels"));
        }
    }

    private static long unpacked(String name, ZipFile zip, ZipEntry part, long most, boolean xml) throws IOException {
        long packed = Math.max(1, part.getCompressedSize());
        byte[] buffer = new byte[1 << 16];
        int kept = 0; // what may be the beginning of a word that the next bytes end
        long size = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int n = in.read(buffer, kept, buffer.length - kept);
                    n >= 0;
                    n = in.read(buffer, kept, buffer.length - kept)) {
                if (xml && size == 0 && wide(buffer, n)) {
                    throw new Refused(name + ": " + part.getName() + " is not written in UTF-8");
                }
                size += n;
                if (size > most) {
                    throw new Refused(name + " unpacks to more than " + (LARGEST_CONTENT >> 20) + " MB");
                }
                if (size > RATIO_FROM && size / packed > MOST_RATIO) {
                    throw new Refused(
                            name + ": " + part.getName() + " unpacks to more than " + MOST_RATIO + " times its size");
                }
                if (xml && contains(buffer, kept + n, DOCTYPE)) {
                    throw new Refused(name + ": " + part.getName()
                            + " declares a document type, which no workbook does and which may name other files");
                }
                int end = kept + n;
                kept = Math.min(end, DOCTYPE.length - 1);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
        return size;
    }

    /// A mark or zeros of an encoding in which forbidden words would be read over.
    private static boolean wide(byte[] begin, int length) {
        for (int i = 0; i < Math.min(4, length); i++) {
            if (begin[i] == 0 || begin[i] == (byte) 0xFE || begin[i] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        return contains(bytes, bytes.length, word);
    }

    private static boolean contains(byte[] bytes, int length, byte[] word) {
        for (int i = 0; i + word.length <= length; i++) {
            if (bytes[i] == word[0] && java.util.Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

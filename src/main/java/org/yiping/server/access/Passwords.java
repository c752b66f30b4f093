package org.yiping.server.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/// Passwords and random secrets. Any thread.
///
/// People's passwords are kept as argon2id (12 MiB, 3 passes), two computed at a time at most, because each costs a
/// core for tens of milliseconds and a storm of sign-ins must not starve the hall. A password this class drew itself
/// has 120 random bits; it is kept as salted SHA-256 until its first use and as argon2id from then on, because hashing
/// hundreds of device passwords at the first start would take half a minute and protect against nothing: a slow hash
/// makes guessing costly where people choose, and 2^120 is beyond guessing at any speed. The cleartext lies in a file
/// only its owner reads, and only for a simulated city.
public final class Passwords {
    private static final Argon2Function ARGON = Argon2Function.getInstance(12 * 1024, 3, 1, 32, Argon2.ID);
    private static final String DRAWN = "drawn$";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore hashing = new Semaphore(2, true);

    /// A random password: 24 letters and digits of base64.
    public String draw() {
        return secret(18).replace('-', 'A').replace('_', 'z');
    }

    /// A random URL-safe text of so many bytes.
    String secret(int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    public String hash(String password) {
        hashing.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON).getResult();
        } finally {
            hashing.release();
        }
    }

    /// For a password `draw` made, until it is first used.
    public String hashDrawn(String password) {
        String salt = secret(12);
        return DRAWN + salt + "$" + sha256(salt + password);
    }

    boolean isDrawn(String hash) {
        return hash.startsWith(DRAWN);
    }

    boolean matches(String password, String hash) {
        if (isDrawn(hash)) {
            String[] parts = hash.split("\\$", -1);
            return MessageDigest.isEqual(
                    sha256(parts[1] + password).getBytes(StandardCharsets.US_ASCII),
                    parts[2].getBytes(StandardCharsets.US_ASCII));
        }
        hashing.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(ARGON);
        } finally {
            hashing.release();
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

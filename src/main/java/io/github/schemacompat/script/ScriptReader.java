package io.github.schemacompat.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** Turns bytes into text: a byte order mark says how, else the configured encoding; nothing is replaced or guessed. */
public final class ScriptReader {
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

    private final Charset charset;
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** @param charset of files without a byte order mark */
    public ScriptReader(Charset charset) {
        this.charset = charset;
    }

    /** Why a file is no script: what is wrong and the one-based line, or 0 where there is none. */
    static final class NotReadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        NotReadableException(String message, int line) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** @throws NotReadableException if the bytes are no text in their encoding, with a message that says what to do */
    String text(byte[] bytes) throws NotReadableException {
        try (BOMInputStream in = BOMInputStream.builder()
                .setInputStream(new ByteArrayInputStream(bytes))
                .setByteOrderMarks(
                        ByteOrderMark.UTF_8,
                        ByteOrderMark.UTF_16LE,
                        ByteOrderMark.UTF_16BE,
                        ByteOrderMark.UTF_32LE,
                        ByteOrderMark.UTF_32BE)
                .get()) {
            ByteOrderMark mark = in.getBOM();
            Charset actual = mark == null ? charset : Charset.forName(mark.getCharsetName());
            String text = decode(in.readAllBytes(), actual);
            requireScript(text);
            // hundreds of releases ship the same script
            String known = texts.putIfAbsent(text, text);
            return known == null ? text : known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws NotReadableException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            decoder.flush(out);
        }
        String text = out.flip().toString();
        if (!result.isError()) {
            return text;
        }
        if (text.indexOf('\0') >= 0) {
            throw binary();
        }
        throw new NotReadableException(
                "The byte 0x%02X is not valid in %s; save the file as UTF-8, or set the parameter 'encoding'."
                        .formatted(in.get(in.position()), charset.name()),
                lineAtEnd(text));
    }

    private static int lineAtEnd(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
            }
        }
        return line;
    }

    private static void requireScript(String text) throws NotReadableException {
        if (text.indexOf('\0') >= 0) {
            throw binary();
        }
        if (text.startsWith(LFS_POINTER)) {
            throw new NotReadableException(
                    "The file is a Git LFS pointer, not the script itself; fetch it with 'git lfs pull',"
                            + " or keep scripts out of LFS.",
                    1);
        }
    }

    private static NotReadableException binary() {
        return new NotReadableException(
                "The content is binary (it holds NUL characters); if it is UTF-16 without a byte order mark,"
                        + " save it as UTF-8 or set the parameter 'encoding'.",
                0);
    }

    /** As {@link #sha256}; most scripts of a release are there today unchanged, and are hashed once. */
    String hash(String text) {
        return hashes.computeIfAbsent(text, ScriptReader::sha256);
    }

    /** The hash of a text with line ends and trailing white space evened out, in hexadecimal. */
    public static String sha256(String text) {
        StringBuilder even = new StringBuilder(text.length());
        text.lines().forEach(line -> even.append(line.stripTrailing()).append('\n'));
        String normal = even.toString().stripTrailing();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

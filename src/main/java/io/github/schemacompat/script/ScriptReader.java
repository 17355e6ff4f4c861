package io.github.schemacompat.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.ByteOrderMark;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text: a byte order mark says how, else the configured encoding; nothing is replaced or guessed. */
public final class ScriptReader {
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

    private static final int PIECE = 8192;
    /** What stands for bytes that are no character, unless it was written itself. */
    private static final char REPLACEMENT = '\uFFFD';

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
        ByteOrderMark mark = mark(bytes);
        Charset actual = mark == null ? charset : Charset.forName(mark.getCharsetName());
        int start = mark == null ? 0 : mark.length();
        String text = new String(bytes, start, bytes.length - start, actual);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(ByteBuffer.wrap(bytes, start, bytes.length - start), actual);
        }
        requireScript(text);
        // hundreds of releases ship the same script
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static @Nullable ByteOrderMark mark(byte[] bytes) {
        // those of four bytes begin like one of two
        List<ByteOrderMark> marks = List.of(
                ByteOrderMark.UTF_32LE,
                ByteOrderMark.UTF_32BE,
                ByteOrderMark.UTF_8,
                ByteOrderMark.UTF_16LE,
                ByteOrderMark.UTF_16BE);
        for (ByteOrderMark mark : marks) {
            if (begins(bytes, mark.getBytes())) {
                return mark;
            }
        }
        return null;
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** In pieces, for a dump of a database needs no second copy of itself. */
    private static void requireValid(ByteBuffer in, Charset charset) throws NotReadableException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer piece = CharBuffer.allocate(PIECE);
        boolean binary = false;
        int line = 1;
        CoderResult result = CoderResult.OVERFLOW;
        char last = ' ';
        while (result.isOverflow()) {
            result = decoder.decode(in, piece, true);
            piece.flip();
            while (piece.hasRemaining()) {
                char c = piece.get();
                binary |= c == '\0';
                line += c == '\r' || c == '\n' && last != '\r' ? 1 : 0;
                last = c;
            }
            piece.clear();
        }
        if (!result.isError()) {
            return;
        }
        if (binary) {
            throw binary();
        }
        throw new NotReadableException(
                "The byte 0x%02X is not valid in %s; save the file as UTF-8, or set the parameter 'encoding'."
                        .formatted(in.get(in.position()), charset.name()),
                line);
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int end = text.length();
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            if (isEven(text, end)) {
                addAsItIs(digest, text, end);
            } else {
                addEvened(digest, text);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether lines end as they should: most do, and then nobody has to look at each of them. */
    private static boolean isEven(String text, int end) {
        int line = text.indexOf('\r') >= 0 ? 0 : text.indexOf('\n');
        while (line > 0
                && line < end
                && (text.charAt(line - 1) == '\n' || !Character.isWhitespace(text.charAt(line - 1)))) {
            line = text.indexOf('\n', line + 1);
        }
        return line < 0 || line >= end;
    }

    private static void addAsItIs(MessageDigest digest, String text, int end) {
        int from = 0;
        while (from < end) {
            int to = Math.min(from + PIECE, end);
            to += to < end && Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
            digest.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
            from = to;
        }
    }

    private static void addEvened(MessageDigest digest, String text) {
        int ended = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String said = line.stripTrailing();
            if (!said.isEmpty()) {
                digest.update(("\n".repeat(ended) + said).getBytes(StandardCharsets.UTF_8));
                ended = 0;
            }
            ended++;
        }
    }
}

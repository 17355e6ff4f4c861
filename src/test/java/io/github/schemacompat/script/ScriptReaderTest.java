package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
    private static final String TEXT = "CREATE TABLE größe (a int);\n";

    private final ScriptReader reader = new ScriptReader(StandardCharsets.UTF_8);

    private static byte[] bytes(Charset charset, int... mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b : mark) {
            out.write(b);
        }
        out.writeBytes(TEXT.getBytes(charset));
        return out.toByteArray();
    }

    private ScriptReader.NotReadableException problem(byte[] bytes) {
        return assertThatExceptionOfType(ScriptReader.NotReadableException.class)
                .isThrownBy(() -> reader.text(bytes))
                .actual();
    }

    @Test
    void aByteOrderMarkSaysTheEncodingAndIsNotPartOfTheText() throws Exception {
        assertThat(reader.text(bytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(reader.text(bytes(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF))).isEqualTo(TEXT);
        assertThat(reader.text(bytes(StandardCharsets.UTF_16LE, 0xFF, 0xFE))).isEqualTo(TEXT);
        assertThat(reader.text(bytes(StandardCharsets.UTF_16BE, 0xFE, 0xFF))).isEqualTo(TEXT);
    }

    @Test
    void withoutAMarkTheConfiguredEncodingCounts() throws Exception {
        ScriptReader latin = new ScriptReader(StandardCharsets.ISO_8859_1);
        assertThat(latin.text(bytes(StandardCharsets.ISO_8859_1))).isEqualTo(TEXT);
        assertThat(latin.text(bytes(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF))).isEqualTo(TEXT);
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws Exception {
        assertThat(reader.text(new byte[0])).isEmpty();
    }

    @Test
    void aByteThatIsNotOfTheEncodingIsNamedWithItsLine() {
        ScriptReader.NotReadableException problem =
                problem("SELECT 1;\r\nSELECT 'gr\u00f6\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problem)
                .hasMessage(
                        "The byte 0xF6 is not valid in UTF-8; save the file as UTF-8, or set the parameter 'encoding'.");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsNotPassedOver() {
        assertThat(problem(new byte[] {'a', '\n', (byte) 0xC3}).line()).isEqualTo(2);
    }

    @Test
    void binaryContentIsNoScript() {
        assertThat(problem(new byte[] {'P', 'K', 3, 4, 0, 0, 'x'})).hasMessageContaining("binary");
        assertThat(problem(new byte[] {'P', 'K', 0, (byte) 0xFF, (byte) 0xFE})).hasMessageContaining("binary");
        assertThat(problem("SELECT 1".getBytes(StandardCharsets.UTF_16LE)))
                .hasMessageContaining("UTF-16 without a byte order mark");
    }

    @Test
    void aPointerOfGitLfsIsNotTheScript() {
        assertThat(problem("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("git lfs pull");
    }

    @Test
    void theHashEvensOutLineEndsAndTrailingWhiteSpaceAndNothingElse() {
        String hash = ScriptReader.sha256("a\n  b\n");
        assertThat(ScriptReader.sha256("a \t\r\n  b\r\n\r\n")).isEqualTo(hash);
        assertThat(ScriptReader.sha256("a\r  b")).isEqualTo(hash);
        assertThat(ScriptReader.sha256("a\n b\n")).isNotEqualTo(hash);
        assertThat(ScriptReader.sha256("A\n  b\n")).isNotEqualTo(hash);
        assertThat(ScriptReader.sha256(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}

package io.github.schemacompat.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FileProblemTest {
    @Test
    void whatTheClassSaysIsSaidInWords() {
        assertThat(FileProblem.reason(new AccessDeniedException("/target"))).isEqualTo("access is denied");
        assertThat(FileProblem.reason(new FileAlreadyExistsException("/target")))
                .isEqualTo("a file is in the way");
        assertThat(FileProblem.reason(new MalformedInputException(1)))
                .isEqualTo("it is no text in the encoding that is expected");
    }

    @Test
    void whatTheSystemSaysIsSaidWithoutTheNameOfTheFile() {
        assertThat(FileProblem.reason(new FileSystemException("/target", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileProblem.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }

    @Test
    void somethingIsSaidInAnyCase() {
        assertThat(FileProblem.reason(new FileSystemException("/target"))).isEqualTo("FileSystemException");
        assertThat(FileProblem.reason(new IOException(" "))).isEqualTo("IOException");
    }
}

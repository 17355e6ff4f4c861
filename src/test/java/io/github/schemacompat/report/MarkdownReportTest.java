package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void saysWhatWhereWhyAndWhatInstead() {
        String page = Results.written(
                "markdown",
                Results.failed(List.of(
                        Results.finding("ALTER TABLE t\n  DROP COLUMN b", "DROP COLUMN b", "t.b"),
                        Results.finding(Severity.ERROR, "DROP TABLE u", "DROP TABLE u", "u", "nobody | uses it"))));
        assertThat(page).isEqualTo("""
                        ## ❌ Database schema

                        **Not compatible with the supported releases: 1 error, 0 warnings, 0 notes, 1 accepted; rollback unsafe.**

                        - 2 releases were asked for, 1 was found
                        - judged against 1.1, 1.0 (git tag v1.1); 3 scripts, 1 new; 9 statements read in the new ones, 0 not understood; JSqlParser read 8 statements and queries in them

                        ### ❌ Column t.b is dropped

                        `column-dropped` in `db/V2__x.sql:2` breaks readers and writers of 1.1, 1.0.

                        ```sql
                          DROP COLUMN b
                        ```

                        Release 1.0 still reads it.

                        **Instead:** Keep the column:

                        ```sql
                            -- no SQL
                        ```

                        <details><summary>1 accepted finding</summary>

                        | rule | what | because |
                        |---|---|---|
                        | `column-dropped` | Column u is dropped | nobody \\| uses it |

                        </details>
                        """);
    }

    @Test
    void fitsAComment() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            findings.add(Results.finding("DROP COLUMN b" + i, "DROP COLUMN b" + i, "t.b" + i));
        }
        String page = Results.written("markdown", Results.failed(findings));
        assertThat(page).hasSizeLessThan(65_536).containsPattern("… and \\d+ more findings");
    }

    @Test
    void namesStayTextAndCallNobody() {
        assertThat(Markdown.text("<img> *b* @all [x](y) & a|b"))
                .isEqualTo("&lt;img\\> \\*b\\* @<!-- -->all \\[x\\](y) &amp; a\\|b");
        assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(Markdown.block("x\n```\ny")).startsWith("````sql\n").endsWith("\n````\n");
    }
}

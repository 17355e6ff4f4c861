package io.github.schemacompat.report;

import io.github.schemacompat.result.Tool;
import java.util.function.Consumer;

/** The frame of a page that needs nothing but itself: its policy allows its own style and script, and nothing else. */
final class HtmlPage {
    private HtmlPage() {}

    /** @param content writes what is between the header and the end of the page */
    static String of(String title, Tool tool, Consumer<Html> content) {
        PageResource style = PageResource.of("page.css");
        PageResource script = PageResource.of("page.js");
        Html html = new Html()
                .doctype()
                .begin("html", "lang", "en")
                .line()
                .begin("head")
                .line();
        html.begin("meta", "charset", "utf-8").line();
        html.begin(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src " + style.source() + "; script-src " + script.source()
                                + "; base-uri 'none'; form-action 'none'")
                .line();
        html.begin("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.begin("meta", "name", "color-scheme", "content", "light dark").line();
        html.begin("meta", "name", "generator", "content", tool.name() + " " + tool.version())
                .line();
        html.element("title", title).line();
        html.own("style", style).line();
        html.end().line().begin("body").line();
        html.element("a", "Skip to the content", "class", "skip", "href", "#content")
                .line();
        content.accept(html);
        html.begin("footer")
                .text("Made by " + tool.name() + " " + tool.version())
                .end()
                .line();
        html.own("script", script).line();
        html.end().line().end();
        return html.page();
    }
}

package io.github.schemacompat.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.opentest4j.TestAbortedException;

/** Chromium without a window. What isn't installed is said, and the test is skipped. */
final class Browser implements AutoCloseable {
    private static final String DRIVER = "webdriver.chrome.driver";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param dark whether pages are asked to be dark */
    static Browser start(boolean dark) {
        Path chromium = installed("chromium").orElseThrow(() -> missing("chromium"));
        Path chromedriver = installed("chromedriver").orElseThrow(() -> missing("chromium-driver"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        if (dark) {
            options.addArguments("--force-dark-mode");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        System.setProperty(DRIVER, chromedriver.toString());
        return new Browser(new ChromeDriver(options));
    }

    private static Optional<Path> installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static TestAbortedException missing(String packageName) {
        String message = "SKIPPED LOUDLY: the pages are not looked at in a browser, because " + packageName
                + " is not installed (.ci/run installs it)";
        System.err.println(message);
        return new TestAbortedException(message);
    }

    Browser open(Path page) {
        driver.get(page.toUri().toString());
        return this;
    }

    Browser size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The texts of what can be seen of these elements. */
    List<String> visible(String selector) {
        return all(selector).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    Object script(String text) {
        return driver.executeScript(text);
    }

    /** What the page asked for besides itself. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            String message = entry.getMessage();
            int sent = message.indexOf("\"Network.requestWillBeSent\"");
            int url = message.indexOf("\"documentURL\"");
            if (sent >= 0 && url >= 0) {
                requests.add(
                        message.substring(message.lastIndexOf("\"url\":\"") + 7).replaceFirst("\".*", ""));
            }
        }
        return requests;
    }

    /** What went wrong in the page, refused requests included. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Where somebody wants to look at them: {@code -Dscreenshots=<folder>}; also of a narrow window. */
    void screenshots(String name) throws IOException {
        String wanted = System.getProperty("screenshots");
        if (wanted != null) {
            screenshot(Path.of(wanted, name + ".png"));
            size(420, 900).screenshot(Path.of(wanted, name + "-narrow.png"));
        }
    }

    private void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}

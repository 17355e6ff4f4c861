package io.github.schemacompat.maven;

import io.github.schemacompat.release.ReleasedArtifacts;
import io.github.schemacompat.script.CannotReadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the project's repositories by Maven's resolver. A repository that doesn't answer is an error: the resolver itself says
 * nothing of it, and no version at all would look like the first release.
 */
final class MavenArtifacts implements ReleasedArtifacts {
    private static final Pattern READABLE = Pattern.compile("(?i)(?:https?|file):");
    private static final Set<String> ARCHIVES = Set.of("war", "ear", "rar");

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final MavenProject project;

    MavenArtifacts(RepositorySystem system, RepositorySystemSession session, MavenProject project) {
        this.system = system;
        this.session = session;
        this.project = project;
    }

    private List<RemoteRepository> repositories() {
        return session.isOffline()
                ? project.getRemoteProjectRepositories()
                : project.getRemoteProjectRepositories().stream()
                        .filter(repository -> repository.getPolicy(false).isEnabled())
                        .map(MavenArtifacts::askedEveryTime)
                        .toList();
    }

    /** What was released today counts today. */
    private static RemoteRepository askedEveryTime(RemoteRepository repository) {
        RepositoryPolicy usual = repository.getPolicy(false);
        return new RemoteRepository.Builder(repository)
                .setReleasePolicy(
                        new RepositoryPolicy(true, RepositoryPolicy.UPDATE_POLICY_ALWAYS, usual.getChecksumPolicy()))
                .build();
    }

    @Override
    public @Nullable String own() {
        return project.getFile() == null ? null : project.getGroupId() + ":" + project.getArtifactId();
    }

    @Override
    public Found versions(String coordinates, String range) {
        List<String> versions = versions(coordinates, range, repositories());
        if (session.isOffline()) {
            requireSomething(coordinates, versions);
            return new Found(
                    versions,
                    "the local repository",
                    List.of("Offline: of " + coordinates + " only the versions in the local repository are known."));
        }
        List<RemoteRepository> deployedTo =
                coordinates.equals(own()) && isNothingReleased(versions) ? deployedTo() : List.of();
        if (deployedTo.isEmpty()) {
            return new Found(versions, names(repositories()), List.of());
        }
        List<RemoteRepository> all = new ArrayList<>(repositories());
        all.addAll(deployedTo);
        return new Found(versions(coordinates, range, deployedTo), names(all), List.of());
    }

    /**
     * What is deployed need not be where dependencies come from. Only where nothing else knows a release it is asked, for not
     * every repository that takes releases shows them.
     */
    private List<RemoteRepository> deployedTo() {
        DistributionManagement management = project.getDistributionManagement();
        DeploymentRepository said = management == null ? null : management.getRepository();
        if (said == null
                || said.getUrl() == null
                || !READABLE.matcher(said.getUrl()).lookingAt()) {
            return List.of();
        }
        RemoteRepository plain = new RemoteRepository.Builder(said.getId(), "default", said.getUrl())
                .setReleasePolicy(new RepositoryPolicy(
                        true, RepositoryPolicy.UPDATE_POLICY_ALWAYS, RepositoryPolicy.CHECKSUM_POLICY_WARN))
                .build();
        return system.newResolutionRepositories(session, List.of(plain));
    }

    private List<String> versions(String coordinates, String range, List<RemoteRepository> repositories) {
        VersionRangeResult result;
        try {
            result = system.resolveVersionRange(
                    session, new VersionRangeRequest(artifact(coordinates, range), repositories, null));
        } catch (VersionRangeResolutionException e) {
            throw new CannotReadException(
                            "invalid-parameter",
                            "The range " + range + " of the baseline artifact is none: " + e.getMessage() + ".",
                            "Write it as Maven does, for example [1.0,2.0).")
                    .because(e);
        }
        if (!session.isOffline()) {
            for (Exception problem : result.getExceptions()) {
                if (!(problem instanceof MetadataNotFoundException)) {
                    throw unanswered(coordinates, problem);
                }
            }
        }
        return result.getVersions().stream().map(Object::toString).toList();
    }

    private static boolean isNothingReleased(List<String> versions) {
        return versions.stream().allMatch(version -> version.endsWith("-SNAPSHOT"));
    }

    /** Offline, that nothing is known doesn't mean that there is nothing. */
    private static void requireSomething(String coordinates, List<String> versions) {
        if (isNothingReleased(versions)) {
            throw new CannotReadException(
                    "releases-unknown-offline",
                    "Offline, and the local repository knows no released version of " + coordinates
                            + ": whether there is one can't be told.",
                    "Run once without -o, or take another baseline, such as git or snapshot. If nothing was released yet,"
                            + " set 'baseline' to none.");
        }
    }

    private CannotReadException unanswered(String coordinates, Exception problem) {
        return new CannotReadException(
                        "repository-unreachable",
                        "The released versions of " + coordinates + " can't be told, for a repository doesn't answer: "
                                + String.valueOf(problem.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        "Check the repository and the settings of Maven. This is never taken for 'nothing was released'; if it is"
                                + " so, set 'baseline' to none.")
                .because(problem);
    }

    private static String names(List<RemoteRepository> repositories) {
        Set<String> ids =
                repositories.stream().map(RemoteRepository::getId).collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty() ? "the local repository" : String.join(", ", ids);
    }

    @Override
    public Path file(String coordinates, String version) {
        List<RemoteRepository> all = new ArrayList<>(repositories());
        if (coordinates.equals(own())) {
            all.addAll(deployedTo());
        }
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact(coordinates, version), all, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new CannotReadException(
                            "artifact-not-resolved",
                            "The released artifact " + coordinates + ":" + version + " can't be had: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            session.isOffline()
                                    ? "Run once without -o."
                                    : "Check the repository and the settings of Maven.")
                    .because(e);
        }
    }

    private Artifact artifact(String coordinates, String version) {
        int colon = coordinates.indexOf(':');
        String packaging = project.getPackaging();
        String extension = coordinates.equals(own()) && ARCHIVES.contains(packaging) ? packaging : "jar";
        return new DefaultArtifact(
                coordinates.substring(0, colon), coordinates.substring(colon + 1), extension, version);
    }
}

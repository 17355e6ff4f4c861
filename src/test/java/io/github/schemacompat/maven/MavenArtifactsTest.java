package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.schemacompat.release.ReleasedArtifacts;
import io.github.schemacompat.script.CannotReadException;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which repositories are asked, and what their silence means. */
class MavenArtifactsTest {
    private static final String OWN = "org.example:shop";
    private static final Metadata METADATA = new DefaultMetadata("maven-metadata.xml", Metadata.Nature.RELEASE);

    private final RepositorySystem system = mock(RepositorySystem.class);
    private final RepositorySystemSession session = mock(RepositorySystemSession.class);
    private final MavenProject project = new MavenProject();
    /** Versions by the id of a repository; one that isn't there has none, one with null doesn't answer. */
    private final Map<String, List<String>> repositories = new TreeMap<>();

    @BeforeEach
    void aProjectWithARepository() throws Exception {
        project.setGroupId("org.example");
        project.setArtifactId("shop");
        project.setPackaging("jar");
        project.setFile(new File("pom.xml"));
        project.setRemoteArtifactRepositories(List.of());
        when(system.newResolutionRepositories(any(), any())).thenAnswer(call -> call.getArgument(1));
        when(system.resolveVersionRange(any(), any())).thenAnswer(call -> answer(call.getArgument(1)));
    }

    private VersionRangeResult answer(VersionRangeRequest request) throws Exception {
        VersionRangeResult result = new VersionRangeResult(request);
        for (RemoteRepository repository : request.getRepositories()) {
            if (!repositories.containsKey(repository.getId())) {
                result.addException(new MetadataNotFoundException(METADATA, repository));
            } else if (repositories.get(repository.getId()) == null) {
                result.addException(new MetadataTransferException(METADATA, repository, "refused"));
            } else {
                for (String version : repositories.get(repository.getId())) {
                    Version parsed = new GenericVersionScheme().parseVersion(version);
                    result.addVersion(parsed);
                }
            }
        }
        return result;
    }

    private void deployedTo(String url) {
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId("deployed");
        repository.setUrl(url);
        DistributionManagement management = new DistributionManagement();
        management.setRepository(repository);
        project.getModel().setDistributionManagement(management);
    }

    private ReleasedArtifacts.Found versions(String coordinates) {
        MavenProject asked = new MavenProject(project) {
            @Override
            public List<RemoteRepository> getRemoteProjectRepositories() {
                return List.of(new RemoteRepository.Builder("usual", "default", "https://usual.invalid").build());
            }
        };
        return new MavenArtifacts(system, session, asked).versions(coordinates, "(,2.0)");
    }

    @Test
    void whereNoOtherKnowsAReleaseTheOneThatIsDeployedToIsAsked() {
        repositories.put("usual", List.of("1.1-SNAPSHOT"));
        repositories.put("deployed", List.of("1.0"));
        deployedTo("https://deployed.invalid/releases");
        assertThat(versions(OWN)).isEqualTo(new ReleasedArtifacts.Found(List.of("1.0"), "deployed, usual", List.of()));
        assertThat(versions("org.example:other").versions())
                .as("another artifact is deployed by somebody else")
                .containsExactly("1.1-SNAPSHOT");
    }

    @Test
    void whereAnotherKnowsAReleaseItIsNot() {
        repositories.put("usual", List.of("0.9"));
        repositories.put("deployed", null);
        deployedTo("https://deployed.invalid/releases");
        assertThat(versions(OWN)).isEqualTo(new ReleasedArtifacts.Found(List.of("0.9"), "usual", List.of()));
    }

    @Test
    void itsSilenceIsNotTakenForTheFirstRelease() {
        repositories.put("deployed", null);
        deployedTo("https://deployed.invalid/releases");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> versions(OWN))
                .withMessage(
                        "The released versions of " + OWN + " can't be told, for a repository doesn't answer: refused")
                .satisfies(e -> assertThat(e.code()).isEqualTo("repository-unreachable"));
    }

    @Test
    void whereNothingWasReleasedNothingIsFound() {
        deployedTo("https://deployed.invalid/releases");
        assertThat(versions(OWN)).isEqualTo(new ReleasedArtifacts.Found(List.of(), "deployed, usual", List.of()));
        deployedTo("scp://deployed.invalid/releases");
        assertThat(versions(OWN).asked()).as("what can't be read isn't asked").isEqualTo("usual");
    }

    @Test
    void offlineOnlyTheLocalRepositoryCounts() {
        when(session.isOffline()).thenReturn(true);
        repositories.put("usual", List.of("1.0"));
        assertThat(versions(OWN))
                .isEqualTo(new ReleasedArtifacts.Found(
                        List.of("1.0"),
                        "the local repository",
                        List.of("Offline: of " + OWN + " only the versions in the local repository are known.")));
        repositories.clear();
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> versions(OWN))
                .satisfies(e -> assertThat(e.code()).isEqualTo("releases-unknown-offline"));
    }
}

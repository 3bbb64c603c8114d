package org.chengshu.cases.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.images.Images;
import org.chengshu.core.images.Pictures;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class ReportPhotosTest {
    private static final String REPORTS = "/api/cases/v1/reports";

    @Autowired
    CasesWorld world;

    @Autowired
    ReportPhotos photos;

    private PeopleClient officer;
    private String report;

    @BeforeEach
    void takeAReport() {
        officer = world.officer();
        report = officer.post(REPORTS, Map.of("kind", "street-dirt", "area", "dock"))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void theOfficerSeesWhenAndWhereThePhotoWasTakenAndThePublicDoesNot() throws Exception {
        byte[] taken = Pictures.jpegWith(Pictures.exif("2026:11:20 09:30:00", 31.25, 121.5));
        Answer answer = officer.postBytes(path(), taken);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode photo = officer.get(REPORTS + "/" + report).json().at("/photos/0");
        assertThat(photo.path("takenAt").asString()).isEqualTo("2026-11-20T01:30:00Z");
        assertThat(photo.at("/position/latitude").asDouble()).isCloseTo(31.25, within(0.0001));
        String id = photo.path("id").asString();
        assertThat(officer.getBytes("/api/cases/v1/report-photos/" + id)).isEqualTo(taken);
        assertThat(officer.post("/api/cases/v1/report-photos/" + id + "/publication", Map.of("published", true))
                        .status())
                .isEqualTo(200);
        byte[] open = photos.published(java.util.UUID.fromString(id)).stream().readAllBytes();
        assertThat(open).isEqualTo(Images.stripped(taken)).hasSizeLessThan(taken.length);
    }

    @Test
    void aPhotoIsKnownByItsContentNotByWhatIsSaidOfIt() {
        byte[] words = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

        assertThat(officer.with("Content-Type", "image/jpeg")
                        .postBytes(path(), words)
                        .code())
                .isEqualTo("PHOTO_WRONG");
        byte[] half = java.util.Arrays.copyOf(Pictures.png(), 40);
        assertThat(officer.postBytes(path(), half).code()).isEqualTo("PHOTO_WRONG");
    }

    @Test
    void aPhotoThatIsTooLargeIsRefused() {
        byte[] large = java.util.Arrays.copyOf(Pictures.jpeg(), 11 * 1024 * 1024);

        Answer answer = officer.postBytes(path(), large);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("PHOTO_TOO_LARGE");
    }

    @Test
    void aReportHasOnlySoManyPhotos() {
        for (int i = 0; i < 9; i++) {
            assertThat(officer.postBytes(path(), Pictures.png()).status()).isEqualTo(201);
        }

        assertThat(officer.postBytes(path(), Pictures.png()).code()).isEqualTo("PHOTO_TOO_MANY");
    }

    private String path() {
        return REPORTS + "/" + report + "/photos";
    }
}

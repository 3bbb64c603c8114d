package org.chengshu.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.kernel.ErrorCode;
import org.junit.jupiter.api.Test;

/** The manual's table of error codes is made from the codes themselves. */
class ErrorTableTest {
    private static final Path MANUAL = Path.of("..", "docs", "errors.md");
    private static final String HEAD = """
            # Error codes 错误码

            What a problem document (RFC 9457) carries as `code`. A code never changes; `status` is that of HTTP. Made from the program by a test.

            问题文档（RFC 9457）中的 `code`，一经发布不再改变。本表由测试从程序生成。

            | code | status | module | 中文 | English |
            |---|---|---|---|---|
            """;

    private static final List<ErrorCode> CODES = codes();

    @Test
    void theManualListsEveryCode() throws IOException {
        String fresh = HEAD + CODES.stream().map(ErrorTableTest::line).collect(Collectors.joining());
        if (System.getProperty("chengshu.manual", "").equals("write")) {
            Files.writeString(MANUAL, fresh);
        }

        assertThat(Files.readString(MANUAL))
                .as("docs/errors.md is out of date; write it anew with -Dchengshu.manual=write")
                .isEqualTo(fresh);
    }

    @Test
    void noTwoRefusalsHaveTheSameCode() {
        List<String> names = CODES.stream().map(ErrorCode::name).toList();
        Set<String> once = new HashSet<>();

        assertThat(names.stream().filter(name -> !once.add(name))).isEmpty();
        assertThat(names).isNotEmpty();
    }

    private static List<ErrorCode> codes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("org.chengshu")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(ErrorCode.class::cast)
                        .toList();
    }

    private static String line(ErrorCode code) {
        return "| `" + code.name() + "` | " + code.status() + " | "
                + code.getClass().getPackageName().split("\\.")[2] + " | "
                + code.title().zh() + " | "
                + code.title().en() + " |\n";
    }
}

package org.chengshu.sense.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.mapping.Mappings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kind of jobs that import files. A file stays in the data folder of the node that took it, so that node alone runs
 * the job, also after a restart; it is deleted once it is imported, and stays for a retry when it is not.
 */
@Configuration(proxyBeanMethods = false)
class ImportJob {
    private static final Duration LONGEST = Duration.ofHours(24);

    record Input(String file, String name, String product, String mapping, boolean cases) {}

    @Bean
    JobKind<Input> importKind(
            Spool spool,
            Importer importer,
            Products products,
            Mappings mappings,
            ObjectProvider<Accounts> accounts,
            JsonMapper json) {
        return JobKind.of("sense.import", Text.of("导入读数", "Import readings"), Input.class, (input, run) -> {
                    ImportOrder order = new ImportOrder(
                            input.name(),
                            products.get(input.product()),
                            mappings.find(input.mapping())
                                    .orElseThrow(() -> new Fault(
                                            SenseError.MAPPING_NOT_FOUND, "there is no mapping " + input.mapping())),
                            input.cases(),
                            viewer(run.startedBy(), accounts));
                    return run(spool.file(input.file()), importer, order, run, json);
                })
                .within(LONGEST);
    }

    private static JsonNode run(Path file, Importer importer, ImportOrder order, JobRun run, JsonMapper json) {
        if (!Files.exists(file)) {
            throw new Fault(
                    SenseError.IMPORT_FAULTY,
                    "the file of " + order.name() + " is no longer kept; hand it in again, what is imported stays");
        }
        JsonNode report = json.valueToTree(importer.run(file, order, run));
        if (!run.cancelled()) {
            Spool.delete(file);
        }
        return report;
    }

    private static Viewer viewer(UUID account, ObjectProvider<Accounts> accounts) {
        Viewer system = Viewer.system();
        return account.equals(system.accountId())
                ? system
                : accounts.getObject().viewerOf(account);
    }
}

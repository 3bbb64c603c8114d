package org.chengshu.core.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.core.settings.NodeArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A node of jobs only, in a process of its own: its data folder and its database are its arguments. */
public final class JobNode {
    private JobNode() {}

    public static void main(String[] args) {
        NodeArguments arguments =
                new NodeArguments(Path.of(args[0]), List.of(), Map.of("CHENGSHU_DATABASE_URL", args[1]));
        new SpringApplicationBuilder(JobsApp.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(NodeArguments.class, () -> arguments))
                .properties("spring.main.keep-alive=true")
                .run();
    }
}

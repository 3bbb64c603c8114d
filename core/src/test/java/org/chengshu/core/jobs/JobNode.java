package org.chengshu.core.jobs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.chengshu.core.settings.CitySettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** A node of jobs only, in a process of its own: its data folder and its database are its arguments. */
public final class JobNode {
    private JobNode() {}

    public static void main(String[] args) {
        CitySettings settings = new CitySettings(
                Path.of(args[0]), Optional.of(args[1]), "127.0.0.1", 0, 0, 0, ZoneId.of("Asia/Shanghai"), false);
        new SpringApplicationBuilder(JobsApp.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(CitySettings.class, () -> settings))
                .properties("spring.main.keep-alive=true")
                .run();
    }
}

package org.chengshu.core.settings.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingOrigin;
import org.chengshu.core.settings.SettingView;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettingsResource {
    private final Settings settings;
    private final CitySettings city;

    SettingsResource(Settings settings, CitySettings city) {
        this.settings = settings;
        this.city = city;
    }

    @GetMapping("/api/core/v1/settings")
    @Access(value = SettingsConfiguration.PERMISSION, audit = Access.NOT_AUDITED)
    Page list(Viewer viewer) {
        if (!viewer.scope(SettingsConfiguration.PERMISSION).isEverywhere()) {
            throw new Fault(CoreError.FORBIDDEN, "the settings are of the whole city");
        }
        return new Page(
                settings.list().stream().map(Line::of).toList(),
                city.dataFolder().resolve(SettingsFile.NAME).toString(),
                settings.faultsOfNextStart());
    }

    /** All settings, the file that changes them, and what would stop the next start. */
    record Page(List<Line> items, String file, List<PlacedFault> faults) {}

    /** One setting; {@code restart} tells that a change counts from the next start, {@code waiting} what it will be then. */
    record Line(
            String name,
            String value,
            @JsonProperty("default") String byDefault,
            SettingOrigin source,
            String place,
            String kind,
            Text expects,
            Text summary,
            String unit,
            String since,
            boolean secret,
            boolean restart,
            String environment,
            Optional<String> waiting) {
        static Line of(SettingView view) {
            Setting<?> setting = view.setting();
            return new Line(
                    setting.name(),
                    view.value().orElse(""),
                    setting.defaultText().orElse(""),
                    view.origin(),
                    view.place(),
                    setting.kind(),
                    setting.expects(),
                    setting.summary(),
                    setting.unit().orElse(""),
                    setting.since(),
                    setting.isSecret(),
                    true,
                    setting.environmentName(),
                    view.waiting());
        }
    }
}

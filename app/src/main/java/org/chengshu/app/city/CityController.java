package org.chengshu.app.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CityController {
    private final CityCard card;
    private final CityScenery scenery;
    private final String zone;

    CityController(Optional<CityCard> card, Optional<CityScenery> scenery, CitySettings settings) {
        this.card = card.orElseGet(CityCard::plain);
        this.scenery = scenery.orElseGet(CityScenery::none);
        this.zone = settings.zone().getId();
    }

    @GetMapping("/api/core/v1/city")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Welcome city() {
        return new Welcome(card.name(), card.demo(), zone, card.accounts(), card.tour());
    }

    @GetMapping("/api/core/v1/city/scenery")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "what the city is called and where its map begins")
    Map<String, Object> scenery() {
        return scenery.geoJson();
    }

    /** The card, and the zone in which screens show times. */
    record Welcome(
            Text name, boolean demo, String zone, List<CityCard.DemoAccount> accounts, List<CityCard.Step> tour) {}
}

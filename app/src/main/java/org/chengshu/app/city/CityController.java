package org.chengshu.app.city;

import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CityController {
    private final CityCard card;
    private final CityScenery scenery;

    CityController(Optional<CityCard> card, Optional<CityScenery> scenery) {
        this.card = card.orElseGet(CityCard::plain);
        this.scenery = scenery.orElseGet(CityScenery::none);
    }

    @GetMapping("/api/core/v1/city")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    CityCard city() {
        return card;
    }

    @GetMapping("/api/core/v1/city/scenery")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    Map<String, Object> scenery() {
        return scenery.geoJson();
    }
}

package org.chengshu.cases.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * A case as everybody may see it: no names, what identifies a person within words masked. Of a kind whose place is not shown
 * exactly there are neither words nor photos; one that lies outside the city has no area.
 */
record OpenCase(
        String number,
        String kind,
        Text kindTitle,
        String status,
        String stage,
        Optional<String> area,
        Optional<Text> areaName,
        Optional<Position> position,
        String place,
        Optional<String> description,
        List<String> photos,
        int reports,
        Instant openedAt,
        Instant changedAt,
        Optional<Instant> closedAt) {}

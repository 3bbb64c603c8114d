package org.chengshu.data.rule;

import java.util.List;
import org.chengshu.data.DataError;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

@Component
final class StandardRefusals implements StandardCheck {
    @Override
    public List<String> refused(Published relation, Check.Standard check) {
        throw new Fault(DataError.RULE_FAULTY, "there is no standard function " + check.standard());
    }
}

package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Secrets;
import io.contractcheck.json.Json;
import io.contractcheck.learn.Dictionary;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.KnowledgeException;
import io.contractcheck.learn.KnowledgeFile;
import io.contractcheck.learn.Learner;
import io.contractcheck.learn.Rule;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is known of a service before a run, and what the run adds to it. */
final class Beforehand {
    private Beforehand() {}

    /** @throws ContractException if a file cannot be used */
    static Knowledge knowledge(ContractConfig.Service service, Api api, RunListener listener) {
        Consumer<String> warnings = warning -> listener.on(new RunEvent.Warned(warning));
        try {
            Knowledge rules = service.knowledge()
                    .map(file -> KnowledgeFile.read(file, api, warnings))
                    .orElse(Knowledge.NONE);
            return rules.with(Dictionary.read(service.dictionaries(), api, warnings));
        } catch (KnowledgeException e) {
            throw new ContractException(String.valueOf(e.getMessage()), e);
        }
    }

    /** In the order of the document. What holds a secret is left out. */
    static void tell(Learner learner, Api api, Secrets secrets, RunListener listener) {
        Map<String, List<Rule>> learnt = learner.learnt();
        for (Operation operation : api.operations()) {
            for (Rule rule : learnt.getOrDefault(operation.label(), List.of())) {
                String value = Json.write(rule.value());
                if (secrets.mask(value).equals(value)) {
                    listener.on(new RunEvent.Learnt(
                            operation.label(), rule.spot().text(), rule.keyword(), value, secrets.mask(rule.said())));
                }
            }
        }
    }
}

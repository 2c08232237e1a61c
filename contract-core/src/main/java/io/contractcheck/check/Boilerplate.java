package io.contractcheck.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of which services make messages that say nothing: that there was an error, and that the caller may try again. */
final class Boilerplate {
    private static final Set<String> WORDS = new LinkedHashSet<>(List.of("""
            a about accepted access acceptable admin administrator again allowed an and any api app application are as at
            available backend bad be been blank but by cannot caught client code com complete completed completing conflict
            contact content correct could details denied detail during either encountered entity err error errors exception
            execution expectation fail failed failure fatal fault forbidden form found fulfil gateway generic get go gone
            got handle handled handling happened has have http i id if implemented in info information input internal
            invalid is issue it java just kind lang later load log logs malformed maintenance many may media message
            messages method misconfiguration more moment no none not now null nullpointerexception occured occurred of on
            oops operation operator or our out overloaded page payload payment permitted please precondition problem
            process processed processing processor proxy reason received reference rejected report request requests
            response result retry runtime runtimeexception see server service something soon sorry status support system
            team technical temporarily that the there this throwable thrown time timed timeout title to too trace try trying
            type unable unauthorized unavailable undefined unexpected unfortunately unhandled unknown unprocessable
            unspecified unsupported url us validation via was we web webmaster went were while whitelabel whoops with without
            wrong you your""".split("\\s+")));

    private Boilerplate() {}

    /** Whether a text, without what differs from request to request, says nothing but that something failed. */
    static boolean is(String general) {
        return Arrays.stream(general.toLowerCase(Locale.ROOT)
                        .replaceAll("['’](?:s|re|t|ve|m|ll|d)\\b", "")
                        .split("[^\\p{L}]+"))
                .allMatch(word -> word.isEmpty() || WORDS.contains(word));
    }
}

package io.contractcheck.testcase;

/** Who a request says it comes from, where that is not the user whom the run is made as. */
public sealed interface Identity {
    /** In words, after "sent", such as {@code without credentials}. */
    String describe();

    /** Nobody: there are no credentials on the request. */
    record Anonymous() implements Identity {
        @Override
        public String describe() {
            return "without credentials";
        }
    }

    /**
     * Nobody, with credentials for one scheme that have the right shape and must not be taken. There are no others on the request.
     *
     * @param scheme the security scheme's name
     * @param forgery how they are wrong
     */
    record Forged(String scheme, Forgery forgery) implements Identity {
        @Override
        public String describe() {
            return "with " + forgery.describe() + " for the security scheme " + scheme;
        }
    }

    /**
     * Another configured user, with valid credentials.
     *
     * @param name as configured
     */
    record User(String name) implements Identity {
        @Override
        public String describe() {
            return "as user " + name;
        }
    }

    /** How credentials can be wrong though their shape is right. */
    enum Forgery {
        /** Made up: nobody ever handed them out. */
        INVENTED("invented credentials"),
        /** The user's own signed token (JWS, RFC 7515) with another signature. */
        TAMPERED("the user's token under a wrong signature"),
        /** The user's own claims in a token that says it needs no signature (RFC 7518, section 3.6). */
        UNSIGNED("the user's token without a signature (alg none)");

        private final String description;

        Forgery(String description) {
            this.description = description;
        }

        /** In words. */
        public String describe() {
            return description;
        }
    }
}

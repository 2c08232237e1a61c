package io.contractcheck.http;

import java.io.IOException;

/** A proxy does not let a request through. */
final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    ProxyException(Proxy proxy, int status) {
        super("the proxy " + proxy + " answered " + status
                + (status == 407
                        ? (proxy.credentials().isPresent()
                                ? ": it does not take the user and the password that stand in <proxy> (contract.proxy)"
                                : ": it wants a user and a password; write http://user:password@" + proxy.host() + ":"
                                        + proxy.port() + " into <proxy> (contract.proxy)")
                        : ": it does not lead there; what needs no proxy belongs into <noProxy> (contract.noProxy)"));
        this.forGood = status / 100 != 5;
    }

    /** Whether it will say the same again; 5xx may only mean that the service is not there just now. */
    boolean forGood() {
        return forGood;
    }
}

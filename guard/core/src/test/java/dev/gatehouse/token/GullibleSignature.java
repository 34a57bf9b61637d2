package dev.gatehouse.token;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureSpi;

/** Accepts every signature. */
public final class GullibleSignature extends SignatureSpi {

    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte oneByte) {}

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {}

    @Override
    protected byte[] engineSign() {
        return new byte[0];
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
        return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        return null;
    }
}

package org.chengshu.app.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * Trusts one certificate and no other: that of the node on this machine, whatever names it was made for. Its file stands in
 * the node's own data folder or settings, so who can change it could as well change the node.
 */
final class KnownNode extends X509ExtendedTrustManager {
    private final X509Certificate known;

    private KnownNode(X509Certificate known) {
        this.known = known;
    }

    static SSLContext context(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            X509Certificate known =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new KnownNode(known)}, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new Fault(
                    CoreError.BAD_REQUEST, "cannot read the certificate " + certificate + ": " + e.getMessage(), e);
        }
    }

    private void require(X509Certificate... chain) throws CertificateException {
        if (chain.length == 0 || !chain[0].equals(known)) {
            throw new CertificateException("another certificate answers than that of the node");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        require(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no client is known");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no client is known");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no client is known");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

package io.contractcheck.maven;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class file tells of the class (The Java Virtual Machine Specification, chapter 4), as far as it is asked here.
 *
 * @param name with dots
 * @param texts all texts in it, such as the descriptors of its annotations
 * @param main whether it has a {@code public static void main(String[])}
 */
record ClassFile(String name, Set<String> texts, boolean main) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int PUBLIC_STATIC = 0x0009;

    /** @throws IOException if it is no class file */
    static ClassFile read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt();
        int count = in.readUnsignedShort();
        @Nullable String[] texts = new String[count];
        int[] classes = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // these two count twice
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        in.skipNBytes(2);
        String name = String.valueOf(texts[classes[in.readUnsignedShort()]]).replace('/', '.');
        in.skipNBytes(2);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(in, texts);
        Set<String> all = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                all.add(text);
            }
        }
        return new ClassFile(name, all, members(in, texts));
    }

    /** Reads fields or methods; whether the main method is among them. */
    private static boolean members(DataInputStream in, @Nullable String[] texts) throws IOException {
        boolean main = false;
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            int access = in.readUnsignedShort();
            String name = String.valueOf(texts[in.readUnsignedShort()]);
            String descriptor = String.valueOf(texts[in.readUnsignedShort()]);
            main |= (access & PUBLIC_STATIC) == PUBLIC_STATIC
                    && name.equals("main")
                    && descriptor.equals("([Ljava/lang/String;)V");
            for (int j = in.readUnsignedShort(); j > 0; j--) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
        return main;
    }
}

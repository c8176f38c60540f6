# How the files beside this one were made (numpy 2.4.6): python3 make.py
# v[r, c] = (r + 1) * (c + 1) / 8, 3 vectors of 4 components: exact in every float type.
import io, pickle, zipfile
import numpy as np

v = np.outer(np.arange(1, 4), np.arange(1, 5)) / 8
for name in ["<f2", "<f4", "<f8", ">f2", ">f4", ">f8"]:
    np.save(("little-" if name[0] == "<" else "big-") + name[1:] + ".npy", v.astype(name))
np.save("fortran-f4.npy", np.asfortranarray(v.astype("<f4")))
np.save("fortran-big-f8.npy", np.asfortranarray(v.astype(">f8")))
for name in ["i1", "u1", ">i2", "<u2", "<i4", "<u4", "<i8", ">u8"]:
    np.save("whole-" + name.strip("<>") + ".npy", (v * 8).astype(name))
np.save("bool.npy", (v > 0.4))
np.save("one.npy", v[0].astype("<f4"))
np.save("three-axes.npy", v.reshape(3, 1, 4).astype("<f4"))
for version in [(1, 0), (2, 0), (3, 0)]:
    with open("version-%d.npy" % version[0], "wb") as f:
        np.lib.format.write_array(f, v.astype("<f4"), version=version)
ids = np.array(["a/1.jpg", "a/2.jpg", "ß/漢.jpg"])
labels = np.array(["a", "a", "ß"])
np.savez("names.npz", embeddings=v.astype("<f4"), ids=ids, labels=labels)
np.savez_compressed("packed.npz", embeddings=v, labels=np.array([7, 7, 9]))
np.savez("bytes.npz", v.astype("<f4"), names=np.array([b"a", b"a", b"c"]))
np.savez("object-labels.npz", x=v.astype("<f4"), labels=labels.astype(object))
np.savez("two.npz", a=v, b=v)
np.save("objects.npy", v.astype(object), allow_pickle=True)
np.save("complex.npy", v.astype("c8"))
np.save("words.npy", ids)
np.save("records.npy", np.zeros(3, dtype=[("id", "i4"), ("x", "f4")]))
for protocol in [0, 2, 4]:
    with open("pickle-%d.pkl" % protocol, "wb") as f:
        pickle.dump([1.5, 2.5], f, protocol=protocol)
for name, inside in [("torch.pt", ["archive/data.pkl", "archive/version"]),
                     ("torchscript.pt", ["archive/data.pkl", "archive/code/__torch__.py", "archive/constants.pkl"])]:
    with zipfile.ZipFile(name, "w") as z:
        for i in inside:
            z.writestr(i, pickle.dumps([1]))
np.savetxt("savetxt.txt", v, header="three vectors")
np.savetxt("savetxt.csv", v, delimiter=",")

@rem The scripts of package.json say exec, so that no shell stands between npm and the server;
@rem cmd.exe knows no such word and finds this file instead.
@%*
